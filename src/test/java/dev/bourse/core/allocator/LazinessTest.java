package dev.bourse.core.allocator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.testing.RandomMarket;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An allocation looks only at what has changed since the last one. What it decides must be what
 * looking at everything would decide.
 */
class LazinessTest {

  /** More of them with {@code -Dseeds=N}. */
  private static final int SEEDS = 20;

  private static final int COMMANDS = 300;

  static LongStream seeds() {
    Long only = Long.getLong("seed");
    return only == null ? LongStream.range(0, Long.getLong("seeds", SEEDS)) : LongStream.of(only);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldDecideWhatTryingEverythingWouldDecide(long seed) {
    RandomMarket market = new RandomMarket(seed);
    try {
      for (int i = 0; i < COMMANDS; i++) {
        market.act();
      }
    } catch (AssertionError | RuntimeException e) {
      int size = market.story().size();
      throw new AssertionError(
          "after %d commands, of which the last are %s; repeat with -Dtest=LazinessTest -Dseed=%d"
              .formatted(size, market.story().subList(Math.max(0, size - 5), size), seed),
          e);
    }
    assertThat(market.offersMade()).isPositive();
  }
}
