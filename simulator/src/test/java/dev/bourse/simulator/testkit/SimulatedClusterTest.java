package dev.bourse.simulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.sdk.JobClient;
import dev.bourse.sdk.JobFramework;
import dev.bourse.sdk.example.Pipeline;
import dev.bourse.simulator.agent.Behaviour;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.JobView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedClusterTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Submits when it is ready, and writes down what it is told. */
  private static final class Recorder implements JobFramework {

    private final List<String> told = new ArrayList<>();
    private final String document;

    Recorder(String document) {
      this.document = document;
    }

    @Override
    public void ready(JobClient jobs) {
      told.add("ready");
      jobs.submit(new JobId("a"), document);
    }

    @Override
    public void jobChanged(JobView job, JobClient jobs) {
      told.add(job.id() + " " + job.state());
    }

    @Override
    public void jobForgotten(JobId job, JobClient jobs) {
      told.add(job + " forgotten");
    }
  }

  @Test
  void shouldTellAFrameworkEveryChangeInOrder() {
    SimulatedCluster cluster = cluster(Behaviour.succeedsAfter(MINUTE));
    SimulatedFramework<Recorder> framework =
        cluster.start(() -> new Recorder("{\"command\":[\"x\"],\"ttl\":\"5m\"}"));

    cluster.advance(MINUTE.multipliedBy(10));

    assertThat(framework.get().told.stream().distinct())
        .containsExactly("ready", "a QUEUED", "a RUNNING", "a SUCCEEDED", "a forgotten");
    assertThat(framework.submitted()).containsExactly("a");
    assertThat(cluster.jobs()).isEmpty();
  }

  @Test
  void shouldTellWhoStartsAgainWhatIsThere() {
    SimulatedCluster cluster = cluster(Behaviour.failsAfter(MINUTE, 3));
    SimulatedFramework<Recorder> framework =
        cluster.start(() -> new Recorder("{\"command\":[\"x\"]}"));
    cluster.advance(Duration.ofSeconds(30));
    framework.crash();
    cluster.advance(MINUTE);

    framework.start();
    cluster.advance(MINUTE);

    assertThat(framework.get().told).startsWith("a FAILED", "ready");
    assertThat(framework.submitted()).containsExactly("a", "a");
    assertThat(cluster.jobs(JobState.FAILED)).containsExactly("a");
    assertThat(cluster.taskOf("a").exit().exitCode()).isEqualTo(3);
  }

  @Test
  void shouldShowWhatIsWrongWithADocument() {
    SimulatedCluster cluster = cluster(Behaviour.succeedsAfter(MINUTE));

    cluster.start(() -> new Recorder("{\"comand\":[\"x\"]}"));
    cluster.advance(MINUTE);

    assertThat(cluster.job("a").state()).isEqualTo(JobState.REJECTED);
    assertThat(cluster.job("a").errors()).isNotEmpty();
  }

  @Test
  void shouldTryAStageAgainAndGiveUp() {
    SimulatedCluster cluster = cluster(Behaviour.failsAfter(MINUTE, 1));
    SimulatedFramework<Pipeline> pipeline =
        cluster.start(() -> new Pipeline("p", List.of("{\"command\":[\"x\"]}"), 2));

    cluster.advanceUntil("the end", () -> pipeline.get().hasFailed(), MINUTE.multipliedBy(5));

    assertThat(cluster.jobs(JobState.FAILED)).containsExactly("p.0.1", "p.0.2");
  }

  @Test
  void shouldLetOneAgentFailInEveryWay() {
    SimulatedCluster cluster = cluster(Behaviour.succeedsAfter(MINUTE.multipliedBy(20)));
    cluster.start(() -> new Recorder("{\"command\":[\"x\"]}"));
    cluster.advance(MINUTE);
    SimulatedAgent agent = cluster.agentOf("a");

    agent.crash();
    cluster.advance(MINUTE);
    assertThat(stateOf(agent, cluster)).isEqualTo(AgentState.UNREACHABLE);
    agent.start();
    cluster.advance(MINUTE);
    assertThat(stateOf(agent, cluster)).isEqualTo(AgentState.REGISTERED);
    agent.partition();
    cluster.advance(MINUTE);
    assertThat(stateOf(agent, cluster)).isEqualTo(AgentState.UNREACHABLE);
    agent.heal();
    agent.hang(Duration.ofSeconds(5));
    cluster.advance(MINUTE);
    assertThat(agent.isBusy()).isTrue();
    assertThat(cluster.taskOf("a").attempt()).isEqualTo(1);
    agent.wipe();
    cluster.advance(MINUTE);

    assertThat(cluster.taskOf("a").attempt()).isEqualTo(2);
    cluster.stopMasters(MINUTE);
    cluster.advanceUntil("the end", () -> isOver("a", cluster), Duration.ofMinutes(30));
    assertThat(cluster.job("a").state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void shouldTellTheStoryWhenSomethingDoesNotCome() {
    SimulatedCluster cluster = cluster(Behaviour.succeedsAfter(MINUTE));
    cluster.start(() -> new Recorder("{\"command\":[\"x\"],\"resources\":{\"cpus\":99}}"));

    assertThatThrownBy(() -> cluster.advanceUntil("its end", () -> isOver("a", cluster), MINUTE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not within PT1M: its end")
        .hasMessageContaining("framework  submits a");
    assertThatThrownBy(() -> cluster.agentOf("a")).hasMessageContaining("has no attempt");
    assertThatThrownBy(() -> cluster.agent("n9")).hasMessageContaining("[n0, n1]");
  }

  private static boolean isOver(String job, SimulatedCluster cluster) {
    return cluster.job(job) != null && cluster.job(job).state().isTerminal();
  }

  private static AgentState stateOf(SimulatedAgent agent, SimulatedCluster cluster) {
    return cluster.agents().stream()
        .filter(view -> view.id().value().equals(agent.name()))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static SimulatedCluster cluster(Behaviour behaviour) {
    return SimulatedCluster.builder().agents(2).seed(7).commands(launch -> behaviour).build();
  }
}
