package dev.bourse.simulator.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulator that finds nothing may have looked at nothing: each defect must be found by it. */
class PlantedDefectTest {

  private static final int AGENTS = 20;
  private static final int SEEDS = 1_000;

  @ParameterizedTest
  @EnumSource(Defect.class)
  void shouldBeFoundWithinAThousandSeeds(Defect defect) throws InterruptedException {
    AtomicReference<SeedResult> found = new AtomicReference<>();

    new Swarm(AGENTS, defect::rules)
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

    assertThat(found.get()).as("a seed that goes wrong").isNotNull();
    assertThat(found.get().problem()).as("what is wrong").isNotNull();
  }
}
