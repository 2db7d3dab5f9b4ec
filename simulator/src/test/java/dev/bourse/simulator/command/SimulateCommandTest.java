package dev.bourse.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.simulator.master.Rules;
import dev.bourse.simulator.swarm.Plan;
import dev.bourse.simulator.swarm.SeedResult;
import dev.bourse.simulator.swarm.Swarm;
import dev.bourse.simulator.world.Coverage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {

  private final ToolRun tool = new ToolRun();

  @Test
  void shouldSumUpManySeeds() {
    assertThat(tool.run("simulate", "--seeds", "3", "--agents", "5")).isZero();

    assertThat(tool.out()).contains("3 seeds, ", "all good", "  job succeeded");
  }

  @Test
  void shouldTellTheStoryOfOneSeed() {
    assertThat(tool.run("simulate", "--seed", "7", "--agents", "5")).isZero();

    assertThat(tool.out()).contains("seed 7 is good: ", "digest ");
  }

  @ParameterizedTest
  @CsvSource({
    "--seeds,0,'--seeds: is 0, but must be 1 or more'",
    "--agents,1001,'--agents: is 1001, but must be 1 or more, and at most 1000'",
    "--minutes,0,'--minutes: is 0, but must be 1 or more'"
  })
  void shouldSayWhatIsAllowed(String option, String value, String message) {
    assertThat(tool.run("simulate", option, value)).isEqualTo(2);

    assertThat(tool.err()).contains(message);
  }

  @Test
  void shouldSayHowToSeeAProblemAgain() {
    StringWriter out = new StringWriter();
    SimulationReport report = new SimulationReport(10, new PrintWriter(out));
    SeedResult bad =
        new SeedResult(
            Plan.of(5, 20), 7, "d", new Coverage(), new IllegalStateException("x"), List.of("s"));

    assertThat(report.take(bad)).isTrue();
    assertThat(report.end()).isEqualTo(1);

    assertThat(out.toString())
        .contains(
            "seed 5 went wrong after 7 steps", "./bourse simulate --seed 5 --agents 20", "1 went");
  }

  @Test
  void shouldFailWhenItHasStoppedExploring() {
    StringWriter out = new StringWriter();
    SimulationReport report = new SimulationReport(300, new PrintWriter(out));
    SeedResult good = new Swarm(3, Rules::ofTheCore).run(1, null);
    for (int i = 0; i < 300; i++) {
      report.take(good);
    }

    assertThat(report.end()).isEqualTo(1);

    assertThat(out.toString()).contains("has stopped exploring; never met: [");
  }
}
