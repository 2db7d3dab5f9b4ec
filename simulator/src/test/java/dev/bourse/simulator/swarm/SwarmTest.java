package dev.bourse.simulator.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.simulator.master.Rules;
import dev.bourse.simulator.world.Coverage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwarmTest {

  private static final int AGENTS = 20;
  private static final int SEEDS = 130;

  /** Small clusters live fast, and are full, so that others find what large ones hide. */
  private static final int SEEDS_OF_SMALL = 100;

  private final Swarm swarm = new Swarm(AGENTS, Rules::ofTheCore);

  @Test
  void shouldFindEverythingInOrderAndMeetEverySituation() throws InterruptedException {
    Coverage coverage = new Coverage();

    assertThat(problems(AGENTS, SEEDS, coverage)).isEmpty();

    assertThat(coverage.missing()).as("situations that were never met").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void shouldFindEverythingInOrderInSmallClusters(int agents) throws InterruptedException {
    assertThat(problems(agents, SEEDS_OF_SMALL, new Coverage())).isEmpty();
  }

  private static List<SeedResult> problems(int agents, int seeds, Coverage coverage)
      throws InterruptedException {
    List<SeedResult> problems = new ArrayList<>();
    new Swarm(agents, Rules::ofTheCore)
        .run(
            1,
            seeds,
            Swarm.NO_LIMIT,
            result -> {
              coverage.add(result.coverage());
              if (!result.isGood()) {
                problems.add(result);
              }
              return true;
            });
    return problems;
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
