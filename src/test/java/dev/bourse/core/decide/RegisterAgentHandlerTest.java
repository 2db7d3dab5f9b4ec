package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Agents.unreachable;
import static dev.bourse.core.testing.Jobs.cancel;
import static dev.bourse.core.testing.Jobs.job;
import static dev.bourse.core.testing.Jobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.RegistrationQuestioned;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.testing.Agents;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.Step;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegisterAgentHandlerTest {

  private static final AgentId N1 = new AgentId("n1");
  private static final TaskId TASK = TaskId.of(new JobId("a"), 0);

  private final ClusterFixture cluster = new ClusterFixture();

  @Test
  void shouldTakeInANewAgent() {
    RegisterAgent registration = register("n1");

    cluster
        .when(registration)
        .thenApplied()
        .thenEvents(
            new AgentRegistered(1, registration, null, cluster.now()), new AllocationCompleted(0))
        .thenOrders(new ConfirmRegistration(N1, "first", 1, 1))
        .thenTables("AGENTS/n1");

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.REGISTERED);
    assertThat(cluster.agent("n1").hostname()).isEqualTo("n1.example.com");
  }

  @Test
  void shouldGiveANewAgentWhatWaits() {
    cluster.given(submit("a"));

    Step step = cluster.when(register("n1"));

    assertThat(step.jobsLaunched()).containsExactly("a");
  }

  @Test
  void shouldKeepWhatTheSameAgentStillRuns() {
    LaunchTask launch = running();
    RegisterAgent again = agent("n1").has(launch, TaskState.RUNNING).register();

    cluster
        .when(again)
        .thenEvents(new AgentRegistered(2, again, null, cluster.now()), new AllocationCompleted(0))
        .thenOrders(new ConfirmRegistration(N1, "first", 1, 2))
        .thenTables("AGENTS/n1");

    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.RUNNING);
  }

  @Test
  void shouldLoseALaunchThatTheAgentShouldHaveHeardOf() {
    cluster.given(register("n1"), submit("a"));
    RegisterAgent again = agent("n1").forgot(cluster.launchOf("a")).register();

    cluster
        .when(again)
        .thenKinds(
            AgentRegistered.class,
            TaskEnded.class,
            TaskArchived.class,
            JobRequeued.class,
            AllocationCompleted.class)
        .thenTables("AGENTS/n1", "JOBS/a", "TASKS/a.0");

    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.LOST);
    assertThat(cluster.taskOf("a").reason()).isEqualTo(Reason.LAUNCH_NOT_DELIVERED);
    assertRequeuedFreeOfCharge();
  }

  @Test
  void shouldWaitForALaunchThatIsOnItsWay() {
    cluster.given(register("n1"), submit("a"));

    cluster.when(register("n1")).thenKinds(AgentRegistered.class, AllocationCompleted.class);

    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.STAGING);
  }

  @Test
  void shouldTakeBackAnUnreachableTaskThatStillRuns() {
    LaunchTask launch = running();
    cluster.given(unreachable("n1", 1));

    cluster
        .when(agent("n1").has(launch, TaskState.RUNNING).register())
        .thenAlso(
            new TaskStatusChanged(TASK, TaskState.RUNNING, 1, null, null, Reports.STARTED_AT, 0))
        .thenOrders(new ConfirmRegistration(N1, "first", 1, 2))
        .thenTables("AGENTS/n1", "JOBS/a", "TASKS/a.0");

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.REGISTERED);
    assertThat(cluster.state().timers()).isEmpty();
  }

  @Test
  void shouldTakeBackAnUnreachableTaskThatIsBeingKilled() {
    LaunchTask launch = running();
    cluster.given(cancel("a"), Reports.of(launch).sequence(2).killing(), unreachable("n1", 1));

    cluster.given(agent("n1").has(launch, TaskState.KILLING).register());

    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.KILLING);
  }

  @Test
  void shouldTakeBackAnUnreachableTaskThatHasNotStarted() {
    cluster.given(register("n1"), submit("a"), unreachable("n1", 1));

    cluster.given(agent("n1").has(cluster.launchOf("a"), TaskState.STAGING).register());

    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.STAGING);
    assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void shouldTakeBackAnUnreachableTaskWhoseLaunchIsOnItsWay() {
    cluster.given(register("n1"), submit("a"), unreachable("n1", 1));

    cluster.given(register("n1"));

    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.STAGING);
  }

  @Test
  void shouldLearnWhenATaskStartedEvenIfItsReportComesAfterTheReturn() {
    cluster.given(
        register("n1"), job("a").timeout(Duration.ofMinutes(1)).submit(), unreachable("n1", 1));
    LaunchTask launch = cluster.launchOf("a");
    cluster.given(agent("n1").has(launch, TaskState.RUNNING).register());
    assertThat(cluster.job("a").state()).isEqualTo(JobState.RUNNING);

    cluster.given(Reports.of(launch).running());

    assertThat(cluster.job("a").startedAt()).isEqualTo(Reports.STARTED_AT);
    assertThat(cluster.state().task(TASK).status().timeoutAt())
        .isEqualTo(cluster.now() + Duration.ofMinutes(1).toMillis());
  }

  @Test
  void shouldEndWhatOnlyTheAgentKnows() {
    LaunchTask old = running();
    cluster.given(unreachable("n1", 1));
    cluster.afterAll(Duration.ofMillis(Settings.DEFAULT.agentRemovalMillis()));

    cluster
        .when(agent("n1").has(old, TaskState.RUNNING).register())
        .thenAlso(new StaleAttemptFound(N1, TASK, 1, 1))
        .thenOrders(
            new ConfirmRegistration(N1, "first", 1, 2),
            new KillTask(N1, "first", TASK, 1, 1, JobSpec.DEFAULT_KILL_GRACE_MILLIS));

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.REGISTERED);
  }

  @Test
  void shouldLoseEverythingWithAnotherIncarnation() {
    running();

    Step step = cluster.when(agent("n1").incarnation("second").answering(1).register());

    step.thenKinds(
            TaskEnded.class,
            TaskArchived.class,
            JobRequeued.class,
            AgentRegistered.class,
            AllocationCompleted.class)
        .thenOrders(new ConfirmRegistration(N1, "second", 1, 2));
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.LOST);
    assertThat(cluster.taskOf("a").reason()).isEqualTo(Reason.AGENT_RESTARTED);
    assertRequeuedFreeOfCharge();
  }

  @Test
  void shouldLaunchWhatWasLostForTheNewIncarnation() {
    running();
    cluster.given(agent("n1").incarnation("second").answering(1).register());

    cluster.afterAll(Duration.ofSeconds(2));

    LaunchTask second = cluster.launchOf("a");
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.epoch()).isEqualTo(2);
    assertThat(second.incarnation()).isEqualTo("second");
  }

  @Test
  void shouldRefuseAnAgentWithLessThanItsTasksHold() {
    running();

    cluster
        .when(agent("n1").resources("cpus:0.5;memory:4096;disk:10240").register())
        .thenRejected("resources: are 'cpus:0.5", "'n1' is 'cpus:1;")
        .thenNothing();
  }

  @Test
  void shouldAcceptLessThanBeforeWhenItIsEnough() {
    LaunchTask launch = running();

    cluster.given(
        agent("n1")
            .resources("cpus:1;memory:256;disk:1024")
            .has(launch, TaskState.RUNNING)
            .register());

    assertThat(cluster.state().free(N1).isEmpty()).isTrue();
  }

  @Test
  void shouldAcceptAnyResourcesOfANewIncarnation() {
    running();

    cluster.given(agent("n1").incarnation("second").resources("cpus:0.5").answering(1).register());

    assertThat(cluster.state().total().get("cpus")).isEqualTo(500);
  }

  @Test
  void shouldTakeInAnAgentAgainThatWasGone() {
    cluster.given(register("n1"), agent("n1").deregister());

    cluster.given(register("n1"));

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.REGISTERED);
    assertThat(cluster.agent("n1").registration()).isEqualTo(2);
    assertThat(cluster.state().timers()).isEmpty();
  }

  @Test
  void shouldCountPortsThatEveryAgentHas() {
    Agents one = agent("n1").resources("cpus:1;ports:[31000-31009]");
    Agents two = agent("n2").resources("cpus:1;ports:[31000-31009]");
    cluster.given(one.register(), two.register());
    assertThat(cluster.state().total().get("ports")).isEqualTo(20_000);

    cluster.given(unreachable("n1", 1), unreachable("n2", 2));

    assertThat(cluster.state().total().isEmpty()).isTrue();
  }

  @Test
  void shouldTakeInAgentsThatMeanDifferentThingsByOneName() {
    cluster.given(agent("n1").resources("cpus:1;slots:4").register());

    cluster.given(agent("n2").resources("cpus:1;slots:{a,b}").register());

    assertThat(cluster.state().total().get("slots")).isEqualTo(6_000);
  }

  @Test
  void shouldTakeBackEverythingOfACommandThatCannotBeApplied() {
    cluster.given(agent("n1").register());

    cluster.whenItThrows(new SubmitJob(new JobId("broken"), null, "without a document"));

    cluster.when(submit("a")).thenApplied();
    assertThat(cluster.launchOf("a").agent()).isEqualTo(N1);
  }

  private LaunchTask running() {
    cluster.given(register("n1"), submit("a"));
    LaunchTask launch = cluster.launchOf("a");
    cluster.given(Reports.of(launch).running());
    return launch;
  }

  private void assertRequeuedFreeOfCharge() {
    assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);
    assertThat(cluster.job("a").retryAt()).isGreaterThan(cluster.now());
    assertThat(cluster.state().job(new JobId("a")).progress().failures()).isZero();
  }

  @Test
  void shouldRefuseWhatAnEarlierRunSaid() {
    cluster.given(agent("n1").run(2).register());

    cluster
        .when(agent("n1").run(1).resources("cpus:1").register())
        .thenRejected("run: is 1 of incarnation 'first'", "is in run 2 of 'first'")
        .thenNothing();
  }

  @Test
  void shouldRefuseWhatAReplacedIncarnationSaid() {
    cluster.given(
        agent("n1").run(2).register(), agent("n1").incarnation("second").answering(1).register());

    cluster
        .when(agent("n1").run(2).register())
        .thenRejected("run: is 2 of incarnation 'first'", "is in run 1 of 'second'")
        .thenNothing();
  }

  @Test
  void shouldTakeBackAReplacedIncarnationThatWasStartedAnew() {
    cluster.given(
        agent("n1").run(2).register(),
        agent("n1").incarnation("second").answering(1).register(),
        agent("n1").incarnation("second").run(2).answering(1).register());

    cluster.when(agent("n1").run(3).answering(3).register()).thenApplied();

    assertThat(cluster.state().agent(N1).incarnation()).isEqualTo("first");
  }

  @Test
  void shouldAskAnotherIncarnationWhetherItIsThereAndBelieveTheAnswer() {
    LaunchTask launch = running();

    cluster
        .when(agent("n1").incarnation("second").register())
        .thenEvents(new RegistrationQuestioned(N1, 1))
        .thenOrders(
            new RequestRegistration(
                N1, "your state folder is another one; if you are there, say so again", 1L))
        .thenTables();
    assertThat(cluster.state().agent(N1).incarnation()).isEqualTo("first");
    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.RUNNING);
    assertThat(launch.incarnation()).isEqualTo("first");

    cluster.given(agent("n1").incarnation("second").answering(1).register());
    assertThat(cluster.state().agent(N1).incarnation()).isEqualTo("second");
  }

  @Test
  void shouldNotBelieveAnAnswerToAnOlderQuestion() {
    cluster.given(register("n1"), register("n1"));

    cluster
        .when(agent("n1").incarnation("second").answering(1).register())
        .thenEvents(new RegistrationQuestioned(N1, 2));
  }

  /** It registered with more runs than anybody here has seen, and was lost then. */
  @Test
  void shouldNotLetALateRunOfALostFolderShutOutTheOneThatIsThere() {
    cluster.given(
        agent("n1").run(3).register(), agent("n1").incarnation("second").answering(1).register());

    cluster.given(agent("n1").run(4).register());

    assertThat(cluster.state().agent(N1).incarnation()).isEqualTo("second");
    cluster.when(agent("n1").incarnation("second").register()).thenApplied();
    assertThat(cluster.state().agent(N1).registration()).isEqualTo(3);
  }

  @Test
  void shouldTellAnAgentAgainToEndWhatItHasForgottenToEnd() {
    cluster.given(register("n1"), submit("a"));
    LaunchTask launch = cluster.launchOf("a");
    cluster.given(Reports.of(launch).running(), new CancelJob(new JobId("a"), null));

    cluster
        .when(agent("n1").run(2).has(launch, TaskState.RUNNING).register())
        .thenOrders(
            new ConfirmRegistration(N1, "first", 2, 2),
            new KillTask(N1, "first", launch.task(), 1, launch.epoch(), 5_000));
    cluster
        .when(agent("n1").run(2).has(launch, TaskState.KILLING).register())
        .thenOrders(new ConfirmRegistration(N1, "first", 2, 3));
  }
}
