package dev.bourse.simulator.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bourse.simulator.world.World;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.resources.Attributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Workloads small enough to be worked out by hand. */
class WorkloadRunTest {

  private static final String TWO_CPUS = "cpus:2;memory:4096;disk:10240";

  @Test
  void shouldRunInWavesWhatDoesNotFitAtOnce() {
    Metrics metrics = Metrics.of(WorkloadRun.of(Workloads.burst(8, 1, TWO_CPUS)));

    assertThat(metrics.all().jobs()).isEqualTo(8);
    assertThat(metrics.all().ended()).isEqualTo(8);
    assertThat(metrics.all().waits().mean()).isEqualTo((0 + 10_000 + 20_000 + 30_000) / 4.0);
    assertThat(metrics.all().waits().max()).isEqualTo(30_000);
    assertThat(metrics.all().slowdowns().mean()).isEqualTo((1 + 2 + 3 + 4) / 4.0);
    assertThat(metrics.utilisation()).isEqualTo(1, within(0.001));
    assertThat(metrics.end() - metrics.begin()).isEqualTo(40_000);
  }

  @Test
  void shouldWaitHalfAsLongOnTwiceTheMachines() {
    Metrics metrics = Metrics.of(WorkloadRun.of(Workloads.burst(8, 2, TWO_CPUS)));

    assertThat(metrics.all().waits().mean()).isEqualTo(5_000);
  }

  @Test
  void shouldRunWhatIsLostOnceMore() {
    List<AgentChange> machines = new ArrayList<>(Workloads.machines(2, TWO_CPUS));
    AgentId gone = new AgentId("agent-0");
    machines.add(new AgentChange(World.START + 5_000, gone, null, Attributes.EMPTY));
    Workload burst = Workloads.burst(4, 2, TWO_CPUS);

    Metrics metrics =
        Metrics.of(WorkloadRun.of(new Workload(burst.arrivals(), machines, Settings.DEFAULT, 0)));

    assertThat(metrics.lostAttempts()).isEqualTo(2);
    assertThat(metrics.all().ended()).isEqualTo(4);
  }

  @Test
  void shouldRetryTimeOutAndCancelAsTheCoreDoes() {
    Arrival fails =
        Workloads.job(
            "fails",
            "{\"command\":[\"x\"],\"retry\":{\"attempts\":1}}",
            new Run(1_000, 3),
            new Run(1_000, 0));
    Arrival hangs =
        Workloads.job("hangs", "{\"command\":[\"x\"],\"timeout\":\"5s\"}", new Run(Run.FOREVER, 1));
    Arrival taken = Workloads.job("taken", "{\"command\":[\"x\"]}", new Run(Run.FOREVER, 1));
    Arrival cancelled =
        new Arrival(taken.id(), taken.spec(), taken.at(), taken.runs(), World.START + 7_000, false);

    List<JobResult> results =
        WorkloadRun.of(
                new Workload(
                    List.of(fails, hangs, cancelled),
                    Workloads.machines(2, TWO_CPUS),
                    Settings.DEFAULT,
                    0))
            .results();

    assertThat(results)
        .extracting(JobResult::state)
        .containsExactly(JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED);
    assertThat(results.getFirst().attempts()).isEqualTo(2);
    assertThat(results.get(1).busyMillis()).isEqualTo(5_000);
  }

  @Test
  void shouldEndThoughSomethingNeverFits() {
    Arrival huge =
        Workloads.job(
            "huge", "{\"command\":[\"x\"],\"resources\":{\"cpus\":64}}", new Run(1_000, 0));

    Metrics metrics =
        Metrics.of(
            WorkloadRun.of(
                new Workload(List.of(huge), Workloads.machines(1, TWO_CPUS), Settings.DEFAULT, 0)));

    assertThat(metrics.all().neverStarted()).isEqualTo(1);
  }
}
