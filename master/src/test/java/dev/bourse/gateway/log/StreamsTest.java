package dev.bourse.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.log.LogStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamsTest {

  private final Streams streams = new Streams();

  @Test
  void shouldPassOnWhatIsNew() {
    assertThat(accept(1, LogStream.STDOUT, 0, "ab", false)).isEqualTo("0:ab");
    assertThat(accept(1, LogStream.STDERR, 0, "cd", false)).isEqualTo("0:cd");
    assertThat(accept(1, LogStream.STDOUT, 2, "ef", false)).isEqualTo("2:ef");
    assertThat(accept(2, LogStream.STDOUT, 0, "ab", false)).isEqualTo("0:ab");
  }

  @Test
  void shouldDropWhatWasSeen() {
    accept(1, LogStream.STDOUT, 0, "abcd", false);

    assertThat(accept(1, LogStream.STDOUT, 0, "abcd", false)).isNull();
    assertThat(accept(1, LogStream.STDOUT, 1, "bc", false)).isNull();
    assertThat(accept(1, LogStream.STDOUT, 2, "cdef", false)).isEqualTo("4:ef");
  }

  @Test
  void shouldGoOnAfterAGap() {
    assertThat(accept(1, LogStream.STDOUT, 100, "ab", false)).isEqualTo("100:ab");
    assertThat(accept(1, LogStream.STDOUT, 102, "cd", false)).isEqualTo("102:cd");
  }

  @Test
  void shouldKnowWhenAnAttemptHasEnded() {
    assertThat(accept(1, LogStream.STDOUT, 0, "", true)).isEqualTo("0:");
    assertThat(accept(1, LogStream.STDOUT, 0, "", true)).isNull();
    assertThat(streams.haveEnded(1)).isFalse();

    accept(1, LogStream.STDERR, 0, "x", true);

    assertThat(streams.haveEnded(1)).isTrue();
    assertThat(streams.haveEnded(2)).isFalse();
  }

  /** Position and text of what is passed on. The epoch of attempt n is n + 10. */
  private @Nullable String accept(
      int attempt, LogStream stream, long position, String text, boolean end) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    LogChunk chunk =
        new LogChunk(new TaskId("j.0"), attempt, attempt + 10L, stream, position, bytes, end, 0);
    LogChunk fresh = streams.accept(chunk);
    return fresh == null
        ? null
        : fresh.position() + ":" + new String(fresh.bytes(), StandardCharsets.UTF_8);
  }
}
