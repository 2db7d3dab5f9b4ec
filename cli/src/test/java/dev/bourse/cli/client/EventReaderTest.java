package dev.bourse.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventReaderTest {

  @Test
  void shouldReadEvents() throws IOException {
    assertThat(read("event: a\ndata: 1\n\nevent:b\ndata:2\ndata: 3\n\n"))
        .containsExactly(new Event("a", "1"), new Event("b", "2\n3"));
  }

  @Test
  void shouldSkipCommentsAndUnknownFields() throws IOException {
    assertThat(read(": keep-alive\n\nid: 7\nretry: 10\ndata: x\n: more\n\n"))
        .containsExactly(new Event("message", "x"));
  }

  @Test
  void shouldNotMixUpEvents() throws IOException {
    assertThat(read("event: a\n\ndata: x\n\n")).containsExactly(new Event("message", "x"));
  }

  @Test
  void shouldDropWhatIsCutOff() throws IOException {
    assertThat(read("data: 1\n\ndata: 2\n")).containsExactly(new Event("message", "1"));
  }

  @Test
  void shouldTakeEveryLineEnd() throws IOException {
    assertThat(read("data: ä\r\n\r\n")).containsExactly(new Event("message", "ä"));
  }

  private static List<Event> read(String text) throws IOException {
    var reader = new EventReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<Event> events = new ArrayList<>();
    for (Event event = reader.next(); event != null; event = reader.next()) {
      events.add(event);
    }
    return events;
  }
}
