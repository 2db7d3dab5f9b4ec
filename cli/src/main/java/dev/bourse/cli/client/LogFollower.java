package dev.bourse.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the output of a job, each byte once. When the stream breaks, because a master is gone,
 * it connects again and skips what it has seen.
 */
public final class LogFollower {

  private final BourseClient client;
  private final String job;
  private final @Nullable String stream;
  private final LogSink sink;
  private final SeenOutput seen = new SeenOutput();

  /**
   * A follower of one job.
   *
   * @param stream {@code stdout} or {@code stderr}; null for both
   */
  public LogFollower(BourseClient client, String job, @Nullable String stream, LogSink sink) {
    this.client = client;
    this.job = job;
    this.stream = stream;
    this.sink = sink;
  }

  /** Passes on what there is now. */
  public void copy() throws ClientException, IOException {
    try (EventStream events = client.logs(job, false, stream)) {
      drain(events);
    }
  }

  /**
   * Passes on everything until the job has ended.
   *
   * @param patience for a server that does not answer, or does not know the job yet
   */
  public void follow(Patience patience) throws ClientException, IOException {
    @Nullable ClientException failure = null;
    do {
      if (failure != null) {
        patience.pauseAfter(failure);
      }
      failure = tryToFollow(patience);
    } while (failure != null);
  }

  /** Null when there is no more, else why it has to be tried again. */
  private @Nullable ClientException tryToFollow(Patience patience)
      throws ClientException, IOException {
    try (EventStream events = client.logs(job, true, stream)) {
      try {
        return drain(events) ? null : new UnreachableException(client.server(), cutOff());
      } finally {
        // Until now the server was there.
        patience.renew();
      }
    } catch (UnreachableException e) {
      return e;
    } catch (ProblemException e) {
      if (e.isTemporary() || e.isNotFound()) {
        return e;
      }
      throw e;
    }
  }

  private static IOException cutOff() {
    return new IOException("the log stream ended too early");
  }

  /** Whether the server said that there is no more. */
  private boolean drain(EventStream events) throws UnreachableException, IOException {
    for (Event event = events.next(); event != null; event = events.next()) {
      if (event.name().equals("done")) {
        return true;
      }
      pass(event);
    }
    return false;
  }

  private void pass(Event event) throws IOException {
    switch (event.name()) {
      case "stdout", "stderr" -> passOutput(event.name(), parse(event));
      case "end" -> passEnd(parse(event));
      default -> {
        // A later version's; the output is complete without it.
      }
    }
  }

  private void passOutput(String name, JsonNode piece) throws IOException {
    byte[] bytes =
        seen.unseen(
            piece.path("attempt").asInt(), name, piece.path("position").asLong(), bytes(piece));
    if (bytes.length > 0) {
      sink.write(name, bytes);
    }
  }

  private void passEnd(JsonNode end) {
    String name = end.path("stream").asText();
    int attempt = end.path("attempt").asInt();
    long dropped = end.path("dropped").asLong();
    if (dropped > 0 && seen.isFirstEnd(attempt, name)) {
      sink.dropped(name, attempt, dropped);
    }
  }

  private static byte[] bytes(JsonNode piece) {
    JsonNode base64 = piece.path("base64");
    return base64.isTextual()
        ? Base64.getDecoder().decode(base64.textValue())
        : piece.path("text").asText().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode parse(Event event) throws JsonProcessingException {
    return Json.read(event.data());
  }
}
