package dev.bourse.simulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.sdk.example.Pipeline;
import dev.bourse.simulator.agent.Behaviour;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a framework is tested: this is all that it takes. */
class PipelineTest {

  private static final List<String> STAGES =
      List.of("{\"command\": [\"extract\"]}", "{\"command\": [\"load\"]}");

  @Test
  void shouldGoOnWhereItStoodWhenEverythingFailsAtOnce() {
    SimulatedCluster cluster =
        SimulatedCluster.builder()
            .agents(2)
            .commands(launch -> Behaviour.succeedsAfter(Duration.ofMinutes(5)))
            .build();
    SimulatedFramework<Pipeline> pipeline = cluster.start(() -> new Pipeline("nightly", STAGES, 3));
    cluster.advance(Duration.ofMinutes(6));

    pipeline.crash();
    cluster.agentOf("nightly.1.1").losePower();
    cluster.crashMaster(Duration.ofMinutes(1));
    cluster.advance(Duration.ofMinutes(30));
    pipeline.start();

    cluster.advanceUntil("the end", () -> pipeline.get().isDone(), Duration.ofMinutes(10));
    assertThat(cluster.taskOf("nightly.0.1").attempt()).isEqualTo(1);
    assertThat(cluster.taskOf("nightly.1.1").attempt()).isEqualTo(2);
  }
}
