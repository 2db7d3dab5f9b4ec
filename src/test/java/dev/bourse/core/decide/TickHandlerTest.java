package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Agents.unreachable;
import static dev.bourse.core.testing.Jobs.cancel;
import static dev.bourse.core.testing.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.JobExpired;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.Step;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Timers: the timeouts of attempts and the memory of finished jobs; others are told elsewhere. */
class TickHandlerTest {

  private static final JobId A = new JobId("a");
  private static final TaskId TASK = TaskId.of(A, 0);
  private static final AgentId N1 = new AgentId("n1");

  private final ClusterFixture cluster = new ClusterFixture();

  @Test
  void shouldDoNothingWhenNothingIsDue() {
    assertThat(cluster.isTickDue()).isFalse();

    cluster.tick().thenApplied().thenNothing();
  }

  @Test
  void shouldNeverLetTimeGoBack() {
    cluster.given(register("n1"));

    Step step = cluster.whenAt(cluster.now() - 5_000, job("a").submit());

    assertThat(step.outcome().time()).isEqualTo(cluster.now());
    assertThat(cluster.job("a").submittedAt()).isEqualTo(cluster.now());
  }

  @Nested
  class Timeout {

    private LaunchTask launch;

    private void run() {
      cluster.given(register("n1"), job("a").timeout(Duration.ofMinutes(1)).submit());
      launch = cluster.launchOf("a");
      cluster.after(Duration.ofHours(1));
      cluster.given(Reports.of(launch).running());
    }

    @Test
    void shouldKillWhatRunsTooLong() { // case 144
      run();

      cluster.after(Duration.ofSeconds(59));
      assertThat(cluster.isTickDue()).isFalse();

      cluster.after(Duration.ofSeconds(1));
      cluster
          .tick()
          .thenEvents(
              new TaskKillRequested(TASK, Reason.MAX_COMPLETION_TIME_REACHED, null, null),
              new TaskStatusChanged(
                  TASK,
                  TaskState.RUNNING,
                  1,
                  Reason.MAX_COMPLETION_TIME_REACHED,
                  "has run longer than its timeout",
                  Reports.STARTED_AT,
                  0))
          .thenOrders(new KillTask(N1, "first", TASK, 1, 1, JobSpec.DEFAULT_KILL_GRACE_MILLIS))
          .thenTables("JOBS/a", "TASKS/a.0");
    }

    @Test
    void shouldFailTheJobWhenItsProcessIsKilled() {
      run();
      cluster.afterAll(Duration.ofMinutes(1));

      cluster.given(Reports.of(launch).sequence(2).killing());
      assertThat(cluster.taskOf("a").reason()).isEqualTo(Reason.MAX_COMPLETION_TIME_REACHED);
      cluster.given(Reports.of(launch).sequence(3).killed());

      assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.FAILED);
      assertThat(cluster.taskOf("a").reason()).isEqualTo(Reason.MAX_COMPLETION_TIME_REACHED);
      assertThat(cluster.job("a").state()).isEqualTo(JobState.FAILED);
      assertThat(cluster.job("a").reason()).isEqualTo(Reason.MAX_COMPLETION_TIME_REACHED);
    }

    @Test
    void shouldSucceedWhenTheProcessWasFaster() {
      run();
      cluster.afterAll(Duration.ofMinutes(1));

      cluster.given(Reports.of(launch).sequence(2).finished());

      assertThat(cluster.job("a").state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void shouldBeForgottenWhenTheProcessEndsInTime() {
      run();

      cluster.given(Reports.of(launch).sequence(2).finished());

      assertThat(cluster.state().timers()).hasSize(1);
      cluster.after(Duration.ofMinutes(1)).tick().thenNothing();
    }

    @Test
    void shouldCountFromTheFirstReport() {
      run();
      cluster.after(Duration.ofSeconds(40));

      cluster.given(Reports.of(launch).sequence(2).running());

      cluster.after(Duration.ofSeconds(20)).tick().thenOrders(kill());
    }

    @Test
    void shouldGoOnWhileTheAgentIsUnreachable() {
      run();
      cluster.given(unreachable("n1", 1));

      cluster.after(Duration.ofMinutes(1)).tick().thenOrders(kill());

      assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.UNREACHABLE);
    }

    @Test
    void shouldBeAReasonToRetryLikeAnother() {
      cluster.given(register("n1"), job("a").timeout(Duration.ofMinutes(1)).retries(1).submit());
      launch = cluster.launchOf("a");
      cluster.given(Reports.of(launch).running());
      cluster.afterAll(Duration.ofMinutes(1));

      cluster.given(Reports.of(launch).sequence(2).killed());

      assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);
      assertThat(cluster.state().job(A).progress().failures()).isEqualTo(1);
    }

    private KillTask kill() {
      return new KillTask(N1, "first", TASK, 1, 1, JobSpec.DEFAULT_KILL_GRACE_MILLIS);
    }
  }

  @Test
  void shouldForgetAJobAndItsTaskWhenItsTimeIsOver() {
    cluster.given(register("n1"), job("a").ttl(Duration.ofHours(2)).submit());
    cluster.given(Reports.of(cluster.launchOf("a")).finished());

    cluster.after(Duration.ofHours(2));

    cluster
        .tick()
        .thenEvents(new JobExpired(A, true))
        .thenOrders()
        .thenTables("-JOBS/a", "-TASKS/a.0");
    assertThat(cluster.job("a")).isNull();
    assertThat(cluster.taskOf("a")).isNull();
  }

  @Test
  void shouldForgetAJobThatNeverRanWithoutATombstoneForItsTask() {
    cluster.given(job("a").ttl(Duration.ofHours(2)).submit(), cancel("a"));

    cluster.after(Duration.ofHours(2));

    cluster.tick().thenEvents(new JobExpired(A, false)).thenTables("-JOBS/a");
  }

  @Test
  void shouldRunABoundedNumberOfTimersAndTheRestInTheNextTick() {
    ClusterFixture bounded = new ClusterFixture(settings(100, 2));
    for (String id : new String[] {"a", "b", "c"}) {
      bounded.given(job(id).ttl(Duration.ofHours(1)).submit(), cancel(id));
      bounded.after(Duration.ofMinutes(1));
    }
    bounded.after(Duration.ofHours(1));

    bounded
        .tick()
        .thenEvents(new JobExpired(new JobId("a"), false), new JobExpired(new JobId("b"), false));
    assertThat(bounded.isTickDue()).isTrue();
    bounded.tick().thenEvents(new JobExpired(new JobId("c"), false));
    assertThat(bounded.isTickDue()).isFalse();
  }

  @Test
  void shouldTakeTheBoundFromTheTickItself() {
    cluster.given(job("a").ttl(Duration.ZERO).submit(), cancel("a"));

    cluster.when(new Tick(0)).thenNothing();
    cluster.when(new Tick(1)).thenTables("-JOBS/a");
  }

  static Settings settings(int launchesPerStep, int timersPerTick) {
    Settings standard = Settings.DEFAULT;
    return new Settings(
        standard.agentRemovalMillis(),
        standard.agentMemoryMillis(),
        standard.rejectionMemoryMillis(),
        launchesPerStep,
        timersPerTick);
  }
}
