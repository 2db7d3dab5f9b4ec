package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events to one client. Every method returns when the event is on its way out of this
 * process, so nothing piles up for a slow client, and throws when the client is gone.
 *
 * <p>This is written by hand: a {@code SseEventSink} must not end before the resource method has
 * returned, and with a {@code Multi} the reading would have to be turned inside out.
 */
final class EventStream {

  private final OutputStream out;
  private final HttpServerResponse response;
  private final ObjectMapper mapper;

  EventStream(OutputStream out, HttpServerResponse response, ObjectMapper mapper) {
    this.out = out;
    this.response = response;
    this.mapper = mapper;
  }

  /** An event with an object as its data, on one line. */
  void send(String name, Object data) throws IOException {
    write("event: " + name + "\ndata: " + mapper.writeValueAsString(data) + "\n\n");
  }

  /** A comment, which clients ignore. */
  void keepAlive() throws IOException {
    write(": keep-alive\n\n");
  }

  boolean isClosed() {
    return response.closed();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
