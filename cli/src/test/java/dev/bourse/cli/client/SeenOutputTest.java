package dev.bourse.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SeenOutputTest {

  private final SeenOutput seen = new SeenOutput();

  @Test
  void shouldPassOnWhatIsNew() {
    assertThat(unseen(1, "stdout", 0, "abc")).isEqualTo("abc");
    assertThat(unseen(1, "stdout", 0, "abc")).isEmpty();
    assertThat(unseen(1, "stdout", 1, "bcd")).isEqualTo("d");
    assertThat(unseen(1, "stdout", 4, "e")).isEqualTo("e");
  }

  @Test
  void shouldPassOnWhatFollowsAGap() {
    assertThat(unseen(1, "stdout", 10, "abc")).isEqualTo("abc");
  }

  @Test
  void shouldTellStreamsAndAttemptsApart() {
    unseen(1, "stdout", 0, "abc");
    assertThat(unseen(1, "stderr", 0, "abc")).isEqualTo("abc");
    assertThat(unseen(2, "stdout", 0, "abc")).isEqualTo("abc");
    assertThat(seen.isFirstEnd(1, "stdout")).isTrue();
    assertThat(seen.isFirstEnd(1, "stdout")).isFalse();
    assertThat(seen.isFirstEnd(2, "stdout")).isTrue();
  }

  private String unseen(int attempt, String stream, long position, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(seen.unseen(attempt, stream, position, bytes), StandardCharsets.UTF_8);
  }
}
