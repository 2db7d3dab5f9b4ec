package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Jobs.job;
import static dev.bourse.core.testing.Jobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.JobArchived;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.Step;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportStatusHandlerTest {

  private static final AgentId N1 = new AgentId("n1");
  private static final JobId A = new JobId("a");
  private static final TaskId TASK = TaskId.of(A, 0);

  private final ClusterFixture cluster = new ClusterFixture();
  private LaunchTask launch;

  @BeforeEach
  void launch() {
    cluster.given(register("n1"), submit("a"));
    launch = cluster.launchOf("a");
  }

  @Test
  void shouldTakeInThatTheProcessRuns() {
    cluster
        .when(Reports.of(launch).running())
        .thenApplied()
        .thenEvents(
            new StatusAcknowledged(N1, TASK, 1, 1, 1),
            new TaskStatusChanged(TASK, TaskState.RUNNING, 1, null, null, Reports.STARTED_AT, 0))
        .thenOrders(new AcknowledgeStatus(N1, TASK, 1, 1, 1))
        .thenTables("JOBS/a", "TASKS/a.0");

    assertThat(cluster.job("a").state()).isEqualTo(JobState.RUNNING);
    assertThat(cluster.job("a").startedAt()).isEqualTo(Reports.STARTED_AT);
  }

  @Test
  void shouldEndTheJobWithItsProcess() {
    cluster.given(Reports.of(launch).running());
    cluster.after(Duration.ofMinutes(1));
    TaskExit exit = new TaskExit(0, null, Reports.STARTED_AT, Reports.ENDED_AT);

    cluster
        .when(Reports.of(launch).sequence(2).finished())
        .thenApplied()
        .thenEvents(
            new StatusAcknowledged(N1, TASK, 1, 1, 2),
            new TaskEnded(TASK, TaskState.FINISHED, null, null, exit),
            new TaskArchived(TASK, 0),
            new JobEnded(A, JobState.SUCCEEDED, null, null, cluster.now()),
            new JobArchived(A, cluster.now() + JobSpec.DEFAULT_TTL_MILLIS),
            new AllocationCompleted(0))
        .thenOrders(new AcknowledgeStatus(N1, TASK, 1, 1, 2))
        .thenTables("JOBS/a", "TASKS/a.0");

    assertThat(cluster.job("a").exit()).isEqualTo(exit);
    assertThat(cluster.job("a").endedAt()).isEqualTo(cluster.now());
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.FINISHED);
    assertThat(cluster.state().used(N1).isEmpty()).isTrue();
  }

  @Test
  void shouldGiveWhatIsFreedToTheNext() {
    cluster.given(job("big").resources("cpus:4").submit());

    Step step = cluster.when(Reports.of(launch).finished());

    assertThat(step.jobsLaunched()).containsExactly("big");
  }

  static List<Arguments> ends() {
    return List.of(
        end("finished", JobState.SUCCEEDED, TaskState.FINISHED, null),
        end("failed", JobState.FAILED, TaskState.FAILED, Reason.COMMAND_ENDED),
        end("launchFailed", JobState.FAILED, TaskState.FAILED, Reason.LAUNCH_FAILED),
        end("killed", JobState.FAILED, TaskState.KILLED, null),
        end("dropped", JobState.QUEUED, TaskState.DROPPED, Reason.CHECKPOINT_FAILED),
        end("lost", JobState.QUEUED, TaskState.LOST, Reason.AGENT_RESTARTED));
  }

  private static Arguments end(String how, JobState job, TaskState task, Reason reason) {
    return Arguments.of(how, job, task, reason);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void shouldKnowWhatEveryEndComesTo(
      String how, JobState expectedJob, TaskState expectedTask, Reason reason) {
    Reports report = Reports.of(launch);
    ReportStatus end =
        switch (how) {
          case "finished" -> report.finished();
          case "failed" -> report.failed(1);
          case "launchFailed" -> report.launchFailed();
          case "killed" -> report.killed();
          case "dropped" -> report.dropped();
          default -> report.lost();
        };

    cluster.given(end);

    assertThat(cluster.job("a").state()).isEqualTo(expectedJob);
    assertThat(cluster.job("a").reason()).isEqualTo(reason);
    assertThat(cluster.job("a").exit()).isEqualTo(end.exit());
    assertThat(cluster.taskOf("a").state()).isEqualTo(expectedTask);
    assertThat(cluster.taskOf("a").reason()).isEqualTo(reason);
    assertThat(cluster.taskOf("a").message()).isEqualTo(end.message());
    assertThat(cluster.state().tasks()).isEmpty();
  }

  @Test
  void shouldAcknowledgeADuplicateAgainAndNothingElse() {
    cluster.given(Reports.of(launch).running());

    cluster
        .when(Reports.of(launch).running())
        .thenApplied()
        .thenEvents(new StatusAcknowledged(N1, TASK, 1, 1, 1))
        .thenTables();
  }

  @Test
  void shouldNotGoBackToAnOlderReport() {
    cluster.given(Reports.of(launch).sequence(2).killing());

    cluster
        .when(Reports.of(launch).sequence(1).running())
        .thenApplied()
        .thenEvents(new StatusAcknowledged(N1, TASK, 1, 1, 1));

    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.KILLING);
  }

  @Test
  void shouldRefuseAStateThatCannotFollow() {
    cluster.given(Reports.of(launch).killing());

    cluster
        .when(Reports.of(launch).sequence(2).running())
        .thenRejected("state: is RUNNING, which cannot follow KILLING")
        .thenEvents(new StatusAcknowledged(N1, TASK, 1, 1, 2))
        .thenTables();
  }

  @Test
  void shouldAcknowledgeTheLateDuplicateOfATerminalReport() {
    cluster.given(Reports.of(launch).finished());

    cluster
        .when(Reports.of(launch).finished())
        .thenRejected("the task is over or unknown")
        .thenEvents(new StatusAcknowledged(N1, TASK, 1, 1, 1))
        .thenTables();
  }

  @Test
  void shouldEndWhatRunsThoughItsTaskIsOver() {
    cluster.given(Reports.of(launch).finished());

    cluster
        .when(Reports.of(launch).sequence(2).running())
        .thenRejected("the task is over or unknown")
        .thenEvents(
            new StatusAcknowledged(N1, TASK, 1, 1, 2), new StaleAttemptFound(N1, TASK, 1, 1))
        .thenOrders(
            new AcknowledgeStatus(N1, TASK, 1, 1, 2),
            new KillTask(N1, "first", TASK, 1, 1, JobSpec.DEFAULT_KILL_GRACE_MILLIS));
  }

  @Test
  void shouldRefuseAnotherEpoch() {
    cluster
        .when(Reports.of(launch).epoch(7).running())
        .thenRejected("(epoch 7) is not expected on agent 'n1'", "epoch 1 on agent 'n1' is")
        .thenKinds(StatusAcknowledged.class, StaleAttemptFound.class);

    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.STAGING);
  }

  @Test
  void shouldRefuseAnotherAgent() {
    cluster.given(register("n2"));

    cluster
        .when(Reports.of(launch).from("n2").finished())
        .thenRejected("is not expected on agent 'n2'", "on agent 'n1' is")
        .thenKinds(StatusAcknowledged.class);

    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.STAGING);
  }

  @Test
  void shouldLetAnUnknownAgentRepeatItsReportUntilItIsKnown() {
    cluster
        .when(Reports.of(launch).from("n9").running())
        .thenRejected("agent: there is no agent 'n9'")
        .thenNothing();
  }

  @Test
  void shouldRequeueAnAttemptThatWasDropped() {
    cluster
        .when(Reports.of(launch).dropped())
        .thenKinds(
            StatusAcknowledged.class,
            TaskEnded.class,
            TaskArchived.class,
            JobRequeued.class,
            AllocationCompleted.class);
  }
}
