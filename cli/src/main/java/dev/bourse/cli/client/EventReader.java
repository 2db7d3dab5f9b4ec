package dev.bourse.cli.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code text/event-stream}: lines of {@code field: value}, an empty line ends an event, a
 * colon starts a comment.
 */
final class EventReader {

  private static final String DEFAULT_NAME = "message";

  private final BufferedReader lines;
  private String name = DEFAULT_NAME;
  private @Nullable StringBuilder data;

  EventReader(InputStream input) {
    lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
  }

  /** The next event, or null at the end of the stream; what is cut off there is no event. */
  @Nullable Event next() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isEmpty()) {
        take(line);
      } else if (data != null) {
        return dispatch(data.toString());
      } else {
        name = DEFAULT_NAME;
      }
    }
    return null;
  }

  private Event dispatch(String payload) {
    Event event = new Event(name, payload);
    name = DEFAULT_NAME;
    data = null;
    return event;
  }

  private void take(String line) {
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    if (value.startsWith(" ")) {
      value = value.substring(1);
    }
    switch (field) {
      case "event" -> name = value;
      case "data" -> append(value);
      default -> {
        // A comment, or a field that we have no use for.
      }
    }
  }

  private void append(String value) {
    if (data == null) {
      data = new StringBuilder(value);
    } else {
      data.append('\n').append(value);
    }
  }
}
