package dev.bourse.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Listens to server-sent events in the background. */
public final class Sse implements AutoCloseable {

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile boolean ended;

  private Sse() {}

  public static Sse open(String url) {
    Sse sse = new Sse();
    try {
      HttpResponse<Stream<String>> response =
          sse.client.send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofLines());
      if (response.statusCode() != 200) {
        throw new IOException("status " + response.statusCode());
      }
      Thread.startVirtualThread(() -> sse.read(response.body()));
      return sse;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(Stream<String> lines) {
    StringBuilder name = new StringBuilder();
    try {
      lines.forEach(
          line -> {
            if (line.startsWith("event:")) {
              name.setLength(0);
              name.append(line.substring(6).strip());
            } else if (line.startsWith("data:")) {
              events.add(new Event(name.toString(), line.substring(5).strip()));
            } else if (line.startsWith(":")) {
              events.add(new Event("comment", line.substring(1).strip()));
            }
          });
    } catch (UncheckedIOException e) {
      events.add(new Event("broken", String.valueOf(e.getMessage())));
    }
    ended = true;
  }

  /** All but the comments. */
  public List<Event> events() {
    return events.stream().filter(e -> !e.name().equals("comment")).toList();
  }

  public List<String> names() {
    return events().stream().map(Event::name).toList();
  }

  public boolean hasComment() {
    return events.stream().anyMatch(e -> e.name().equals("comment"));
  }

  public boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** One event. */
  public record Event(String name, String data) {}
}
