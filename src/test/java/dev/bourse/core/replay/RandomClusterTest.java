package dev.bourse.core.replay;

import dev.bourse.core.testing.RandomCluster;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever comes in, and in whatever order: invariants hold, a replay and a standby come to the
 * same, and once the faults stop every job comes to its end.
 */
class RandomClusterTest {

  /** More of them with {@code -Dseeds=N}. */
  private static final int SEEDS = 10;

  private static final int COMMANDS = 400;

  static LongStream seeds() {
    Long only = Long.getLong("seed");
    return only == null ? LongStream.range(0, Long.getLong("seeds", SEEDS)) : LongStream.of(only);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldComeThroughAnything(long seed) {
    RandomCluster cluster = new RandomCluster(seed);
    try {
      cluster.run(COMMANDS);
      cluster.calmDown();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "after %d commands; repeat with: ./mvnw -pl src -am test -Dtest=RandomClusterTest -Dseed=%d -Dsurefire.failIfNoSpecifiedTests=false"
              .formatted(cluster.steps(), seed),
          e);
    }
  }
}
