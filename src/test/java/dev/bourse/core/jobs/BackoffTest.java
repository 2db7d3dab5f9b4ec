package dev.bourse.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.job.Backoff;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of waits, which decides about time and so must never overflow. */
class BackoffTest {

  @Test
  void shouldGrowUpToItsMaximum() {
    assertThat(waits(Backoff.DEFAULT, 10))
        .containsExactly(
            1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 64_000L, 128_000L, 256_000L,
            300_000L);
    assertThat(Backoff.DEFAULT.millisBefore(Integer.MAX_VALUE)).isEqualTo(300_000);
  }

  @Test
  void shouldStayWhereItIsWithAFactorOfOne() {
    assertThat(waits(new Backoff(500, 1_000, 60_000, 0), 3)).containsOnly(500L);
    assertThat(new Backoff(0, 2_000, 60_000, 0).millisBefore(Integer.MAX_VALUE)).isZero();
  }

  @Test
  void shouldGrowByFractions() {
    assertThat(waits(new Backoff(1_000, 1_500, 60_000, 0), 4))
        .containsExactly(1_000L, 1_500L, 2_250L, 3_375L);
  }

  @Test
  void shouldNeverBeginAboveItsMaximum() {
    assertThat(new Backoff(5_000, 2_000, 1_000, 0).millisBefore(1)).isEqualTo(1_000);
  }

  @Test
  void shouldNotOverflow() {
    long max = Long.MAX_VALUE;

    assertThat(new Backoff(max / 2, 100_000, max, 0).millisBefore(2)).isEqualTo(max);
    assertThat(new Backoff(max / 1_500, 2_000, max, 0).millisBefore(2)).isEqualTo(max);
  }

  private static List<Long> waits(Backoff backoff, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(backoff::millisBefore).toList();
  }
}
