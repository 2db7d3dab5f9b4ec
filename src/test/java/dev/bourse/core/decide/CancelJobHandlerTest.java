package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Jobs.cancel;
import static dev.bourse.core.testing.Jobs.job;
import static dev.bourse.core.testing.Jobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.JobArchived;
import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.Step;
import dev.bourse.topics.command.CancelJob;
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
import org.junit.jupiter.api.Test;

class CancelJobHandlerTest {

  private static final JobId A = new JobId("a");
  private static final TaskId TASK = TaskId.of(A, 0);
  private static final KillTask KILL =
      new KillTask(new AgentId("n1"), "first", TASK, 1, 1, JobSpec.DEFAULT_KILL_GRACE_MILLIS);

  private final ClusterFixture cluster = new ClusterFixture();

  @Test
  void shouldEndAQueuedJobAtOnce() {
    cluster.given(submit("a"));

    Step step = cluster.when(new CancelJob(A, "no longer needed"));

    step.thenApplied()
        .thenEvents(
            new JobCancelRequested(A, step.token(), "no longer needed"),
            new JobEnded(
                A, JobState.CANCELLED, Reason.CANCELLED, "no longer needed", cluster.now()),
            new JobArchived(A, cluster.now() + JobSpec.DEFAULT_TTL_MILLIS))
        .thenOrders()
        .thenTables("JOBS/a");
    assertThat(cluster.job("a").state()).isEqualTo(JobState.CANCELLED);
    assertThat(cluster.job("a").position()).isEqualTo(step.token());
    assertThat(cluster.state().pending()).isEmpty();
  }

  @Test
  void shouldEndAJobThatBacksOffAtOnce() {
    cluster.given(register("n1"), job("a").retries(1).submit());
    cluster.given(Reports.of(cluster.launchOf("a")).failed(1));
    assertThat(cluster.job("a").retryAt()).isPositive();

    cluster
        .when(cancel("a"))
        .thenKinds(JobCancelRequested.class, JobEnded.class, JobArchived.class)
        .thenTables("JOBS/a");

    assertThat(cluster.job("a").state()).isEqualTo(JobState.CANCELLED);
    assertThat(cluster.job("a").retryAt()).isZero();
  }

  @Test
  void shouldRememberWhoCancelledWhateverIsSaidLater() {
    cluster.given(register("n1"), submit("a"));
    Reports reports = Reports.of(cluster.launchOf("a"));
    cluster.given(reports.running(), new CancelJob(A, "by ann"), cancel("a"));
    cluster.given(reports.sequence(2).killed());

    assertThat(cluster.job("a").state()).isEqualTo(JobState.CANCELLED);
    assertThat(cluster.job("a").message()).isEqualTo("by ann");
  }

  @Test
  void shouldKillAStagingAttempt() {
    cluster.given(register("n1"), submit("a"));

    Step step = cluster.when(cancel("a"));

    step.thenEvents(
            new JobCancelRequested(A, step.token(), null),
            new TaskKillRequested(TASK, Reason.CANCELLED, null, null))
        .thenOrders(KILL)
        .thenTables("JOBS/a");
    assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);
    assertThat(cluster.job("a").cancelling()).isTrue();
  }

  @Test
  void shouldKillARunningAttemptAndEndTheJobWithIt() {
    cluster.given(register("n1"), submit("a"));
    LaunchTask launch = cluster.launchOf("a");
    cluster.given(Reports.of(launch).running());

    cluster.when(cancel("a")).thenOrders(KILL);
    assertThat(cluster.job("a").state()).isEqualTo(JobState.RUNNING);

    cluster.given(Reports.of(launch).sequence(2).killing());
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.KILLING);
    assertThat(cluster.taskOf("a").reason()).isEqualTo(Reason.CANCELLED);

    cluster
        .when(Reports.of(launch).sequence(3).killed())
        .thenKinds(
            StatusAcknowledged.class,
            TaskEnded.class,
            TaskArchived.class,
            JobEnded.class,
            JobArchived.class,
            AllocationCompleted.class)
        .thenTables("JOBS/a", "TASKS/a.0");
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.KILLED);
    assertThat(cluster.taskOf("a").reason()).isEqualTo(Reason.CANCELLED);
    assertThat(cluster.job("a").state()).isEqualTo(JobState.CANCELLED);
    assertThat(cluster.job("a").exit().exitCode()).isEqualTo(143);
  }

  @Test
  void shouldKillOnlyOnceWhenAskedTwice() {
    cluster.given(register("n1"), submit("a"), cancel("a"));

    Step twice = cluster.when(cancel("a"));

    twice
        .thenApplied()
        .thenEvents(new JobCancelRequested(A, twice.token(), null))
        .thenOrders()
        .thenTables("JOBS/a");
  }

  @Test
  void shouldNotRetryWhatFailsWhileItIsCancelled() {
    cluster.given(register("n1"), job("a").retries(5).submit(), cancel("a"));

    cluster.given(Reports.of(cluster.launchOf("a")).failed(1));

    assertThat(cluster.job("a").state()).isEqualTo(JobState.CANCELLED);
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.FAILED);
  }

  @Test
  void shouldSucceedWhenTheProcessWasFaster() {
    cluster.given(register("n1"), submit("a"), cancel("a"));

    cluster.given(Reports.of(cluster.launchOf("a")).finished());

    assertThat(cluster.job("a").state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void shouldStayCancelledWhenTheTimeoutComesBeforeTheEnd() {
    cluster.given(register("n1"), job("a").timeout(Duration.ofMinutes(1)).submit());
    LaunchTask launch = cluster.launchOf("a");
    cluster.given(Reports.of(launch).running(), cancel("a"));

    cluster.after(Duration.ofMinutes(2));
    cluster.tick().thenEvents().thenOrders();

    cluster.given(Reports.of(launch).sequence(2).killed());
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.KILLED);
    assertThat(cluster.taskOf("a").reason()).isEqualTo(Reason.CANCELLED);
  }

  @Test
  void shouldRefuseAJobThatIsOver() {
    cluster.given(submit("a"), cancel("a"));

    cluster.when(cancel("a")).thenRejected("job: 'a' is already CANCELLED").thenNothing();
  }

  @Test
  void shouldRefuseAJobThatNeverWas() {
    cluster.when(cancel("a")).thenRejected("job: there is no job 'a'").thenNothing();
  }
}
