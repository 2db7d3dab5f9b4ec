package dev.bourse.simulator.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulator that finds nothing may have looked at nothing: each defect must be found by it. */
class PlantedDefectTest {

  /** What is scarce shows in small clusters, and soon; what needs many machines in large ones. */
  private static final int FEW = 5;

  private static final int MANY = 20;
  private static final int SEEDS = 500;

  @ParameterizedTest
  @EnumSource(Defect.class)
  void shouldBeFoundWithinAThousandSeeds(Defect defect) throws InterruptedException {
    SeedResult found = find(defect, FEW);
    if (found == null) {
      found = find(defect, MANY);
    }

    assertThat(found).as("a seed that goes wrong").isNotNull();
    assertThat(found.problem()).as("what is wrong").isNotNull();
  }

  private static @Nullable SeedResult find(Defect defect, int agents) throws InterruptedException {
    AtomicReference<@Nullable SeedResult> found = new AtomicReference<>();
    new Swarm(agents, defect::rules)
        .run(
            1,
            SEEDS,
            Swarm.NO_LIMIT,
            result -> {
              if (!result.isGood()) {
                found.compareAndSet(null, result);
              }
              return result.isGood();
            });
    return found.get();
  }
}
