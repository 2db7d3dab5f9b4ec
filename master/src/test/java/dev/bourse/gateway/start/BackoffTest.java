package dev.bourse.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void shouldDoubleUpToALimit() {
    Backoff backoff = new Backoff();

    assertThat(Stream.generate(() -> backoff.next().toSeconds()).limit(6))
        .containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
  }
}
