package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Agents.unreachable;
import static dev.bourse.core.testing.Jobs.cancel;
import static dev.bourse.core.testing.Jobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Reports;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a silent agent, up to its removal and its late return. */
class MarkAgentUnreachableHandlerTest {

  private static final AgentId N1 = new AgentId("n1");
  private static final AgentId N2 = new AgentId("n2");
  private static final TaskId TASK = TaskId.of(new JobId("a"), 0);
  private static final long REMOVAL = Settings.DEFAULT.agentRemovalMillis();

  private final ClusterFixture cluster = new ClusterFixture();

  @Test
  void shouldStopCountingOnASilentAgentButKillNothing() {
    LaunchTask launch = running();

    cluster
        .when(unreachable("n1", 1))
        .thenApplied()
        .thenEvents(
            new AgentBecameUnreachable(N1, 30_000, cluster.now(), cluster.now() + REMOVAL),
            new TaskStatusChanged(
                TASK,
                TaskState.UNREACHABLE,
                1,
                Reason.AGENT_UNREACHABLE,
                "the agent has not been heard of",
                Reports.STARTED_AT,
                0))
        .thenOrders(new RequestRegistration(N1, "you were not heard of for 30000 ms", 1L))
        .thenTables("AGENTS/n1", "JOBS/a", "TASKS/a.0");

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.UNREACHABLE);
    assertThat(cluster.job("a").state()).isEqualTo(JobState.RUNNING);
    assertThat(cluster.state().used(N1)).isEqualTo(launch.resources());
  }

  @Test
  void shouldGiveAnUnreachableAgentNoWork() {
    cluster.given(register("n1"), unreachable("n1", 1));

    cluster.given(submit("a"));

    assertThat(cluster.job("a").attempts()).isZero();
  }

  @Test
  void shouldIgnoreTheSilenceOfAnOlderRegistration() {
    cluster.given(register("n1"), register("n1"));

    cluster
        .when(unreachable("n1", 1))
        .thenRejected("registration: is 1", "REGISTERED under registration 2")
        .thenNothing();
  }

  @Test
  void shouldMarkOnlyOnce() {
    cluster.given(register("n1"), unreachable("n1", 1));

    cluster.when(unreachable("n1", 1)).thenRejected("is UNREACHABLE").thenNothing();
  }

  @Test
  void shouldRefuseAnUnknownAgent() {
    cluster.when(unreachable("n1", 1)).thenRejected("there is no agent 'n1'").thenNothing();
  }

  @Test
  void shouldRemoveTheAgentAndLoseItsTasksInTheEnd() {
    running();
    cluster.given(unreachable("n1", 1));

    cluster.after(Duration.ofMillis(REMOVAL - 1));
    assertThat(cluster.isTickDue()).isFalse();
    cluster.tick().thenNothing();

    cluster.after(Duration.ofMillis(1));
    assertThat(cluster.isTickDue()).isTrue();
    cluster
        .tick()
        .thenKinds(
            TaskEnded.class,
            TaskArchived.class,
            JobRequeued.class,
            AgentRemoved.class,
            AllocationCompleted.class)
        .thenOrders()
        .thenTables("AGENTS/n1", "JOBS/a", "TASKS/a.0");

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.GONE);
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.LOST);
    assertThat(cluster.taskOf("a").reason()).isEqualTo(Reason.AGENT_REMOVED);
    assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void shouldRunWhatWasLostElsewhereFreeOfCharge() {
    running();
    cluster.given(unreachable("n1", 1), register("n2"));

    cluster.afterAll(Duration.ofMillis(REMOVAL)).afterAll(Duration.ofSeconds(2));

    LaunchTask second = cluster.launchOf("a");
    assertThat(second.agent()).isEqualTo(N2);
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(cluster.taskOf("a").earlier()).hasSize(1);
    cluster.given(Reports.of(second).running(), Reports.of(second).sequence(2).failed(1));
    assertThat(cluster.job("a").state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void shouldRefuseAndEndAnOldAttemptThatShowsUpLate() {
    LaunchTask first = running();
    cluster.given(unreachable("n1", 1), register("n2"));
    cluster.afterAll(Duration.ofMillis(REMOVAL)).afterAll(Duration.ofSeconds(2));

    cluster
        .when(Reports.of(first).sequence(2).running())
        .thenRejected("attempt 1 of 'a.0' (epoch 1)", "epoch 2 on agent 'n2' is")
        .thenEvents(
            new StatusAcknowledged(N1, TASK, 1, 1, 2), new StaleAttemptFound(N1, TASK, 1, 1))
        .thenOrders(
            new AcknowledgeStatus(N1, TASK, 1, 1, 2),
            new KillTask(N1, "first", TASK, 1, 1, JobSpec.DEFAULT_KILL_GRACE_MILLIS))
        .thenTables();

    cluster
        .when(Reports.of(first).sequence(3).finished())
        .thenRejected("epoch 1")
        .thenEvents(new StatusAcknowledged(N1, TASK, 1, 1, 3));
    assertThat(cluster.taskOf("a").agent()).isEqualTo(N2);
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.STAGING);
  }

  @Test
  void shouldHearAnUnreachableAgentThatIsThereAfterAll() {
    LaunchTask launch = running();
    cluster.given(unreachable("n1", 1));

    cluster.given(Reports.of(launch).sequence(2).finished());

    assertThat(cluster.job("a").state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.UNREACHABLE);
  }

  @Test
  void shouldEndACancelledJobWithItsAgent() {
    running();
    cluster.given(unreachable("n1", 1), cancel("a"));
    assertThat(cluster.job("a").cancelling()).isTrue();

    cluster.afterAll(Duration.ofMillis(REMOVAL));

    assertThat(cluster.job("a").state()).isEqualTo(JobState.CANCELLED);
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.LOST);
  }

  @Test
  void shouldForgetTheRemovalWhenTheAgentReturns() {
    LaunchTask launch = running();
    cluster.given(unreachable("n1", 1));
    cluster.given(agent("n1").has(launch, TaskState.RUNNING).register());

    cluster.after(Duration.ofMillis(REMOVAL));

    cluster.tick().thenNothing();
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.RUNNING);
  }

  private LaunchTask running() {
    cluster.given(register("n1"), submit("a"));
    LaunchTask launch = cluster.launchOf("a");
    cluster.given(Reports.of(launch).running());
    return launch;
  }
}
