package dev.bourse.simulator.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.simulator.master.Rules;
import dev.bourse.simulator.world.Coverage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwarmTest {

  private static final int AGENTS = 20;
  private static final int SEEDS = 120;

  private final Swarm swarm = new Swarm(AGENTS, Rules::ofTheCore);

  @Test
  void shouldFindEverythingInOrderAndMeetEverySituation() throws InterruptedException {
    Coverage coverage = new Coverage();
    List<SeedResult> problems = new ArrayList<>();
    swarm.run(
        1,
        SEEDS,
        Swarm.NO_LIMIT,
        result -> {
          coverage.add(result.coverage());
          if (!result.isGood()) {
            problems.add(result);
          }
          return true;
        });

    assertThat(problems).isEmpty();
    assertThat(coverage.missing()).as("situations that were never met").isEmpty();
  }

  @Test
  void shouldTellTheSameStoryOfTheSameSeed() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();

    SeedResult one = swarm.run(77, first::add);
    SeedResult two = swarm.run(77, second::add);

    assertThat(one.digest()).isEqualTo(two.digest());
    assertThat(one.steps()).isEqualTo(two.steps()).isPositive();
    assertThat(first).isEqualTo(second).isNotEmpty();
    assertThat(swarm.run(78, null).digest()).isNotEqualTo(one.digest());
  }
}
