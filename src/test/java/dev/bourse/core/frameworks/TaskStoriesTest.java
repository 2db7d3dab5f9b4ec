package dev.bourse.core.frameworks;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Agents.unreachable;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Framework.launch;
import static dev.bourse.core.testing.Framework.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.state.TaskRow;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Reports;
import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.AgentFailed;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskSource;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks of frameworks: what is refused, and what their frameworks hear of the others. */
class TaskStoriesTest {

  private final ClusterFixture cluster = new ClusterFixture();
  private final Framework fw = framework("fw", "r").failoverTimeout(60_000);

  private ResourceOffer offer() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    return cluster.offersTo("fw").getFirst();
  }

  private void launched(String... names) {
    List<TaskInfo> tasks = new ArrayList<>();
    for (String name : names) {
      tasks.add(task(name, "cpus:1;memory:64"));
    }
    cluster.given(fw.accept(offer(), OfferOperation.launch(tasks)));
  }

  private TaskUpdate last(String name) {
    return cluster.updatesOf("fw", name).getLast();
  }

  @Test
  void shouldRefuseTasksThatAreNotValid() { // case 120
    assertError("resources: are empty", task("t", ""));
    assertError("resources: are 'cpus:9'", task("t", "cpus:9"));
    assertError("command: is missing", with(task("t", "cpus:1"), null, null, null, null));
    assertError(
        "exactly one of them",
        with(task("t", "cpus:1"), task("t", "cpus:1").command(), "e", null, null));
    assertError("executors are not supported", with(task("t", "cpus:1"), null, "e", null, null));
    assertError("limits: are 'cpus:0.5'", limited("cpus:1", "cpus:0.5"));
    assertError("limits: are 'memory:64'", limited("cpus:1", "memory:64"));
    assertError("limits: name 'disk'", limited("cpus:1", "disk:64"));
    assertError(
        "killGraceMillis: is -1",
        with(task("t", "cpus:1"), task("t", "cpus:1").command(), null, null, -1L));
  }

  private void assertError(String words, TaskInfo task) {
    ClusterFixture fresh = new ClusterFixture();
    fresh.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    fresh.given(
        fw.accept(
            fresh.offersTo("fw"), OfferOperation.launch(List.of(task, task("good", "cpus:1")))));
    TaskUpdate update = fresh.updatesOf("fw", "t").getFirst();
    assertThat(update.state()).isEqualTo(TaskState.ERROR);
    assertThat(update.reason()).isEqualTo(Reason.TASK_INVALID);
    assertThat(update.message()).contains(words);
    assertThat(fresh.launchOf("fw", "good")).isNotNull();
  }

  private static TaskInfo limited(String resources, String limits) {
    TaskInfo task = task("t", resources);
    return with(task, task.command(), null, Resources.parse(limits), null);
  }

  private static TaskInfo with(
      TaskInfo task, ProcessSpec command, String executor, Resources limits, Long grace) {
    return new TaskInfo(
        task.task(), task.resources(), command, executor, limits, grace, null, null, null, null);
  }

  @Test
  void shouldRefuseTheSameIdTwice() { // case 120
    launched("t");
    cluster.afterAll(Duration.ofSeconds(5));

    cluster.given(fw.accept(cluster.offersTo("fw"), launch("t", "cpus:1")));

    assertThat(last("t").state()).isEqualTo(TaskState.ERROR);
    assertThat(last("t").message()).contains("'t' is in use", "STAGING");
    assertThat(cluster.state().tasks()).hasSize(1);
  }

  @Test
  void shouldRefuseTheIdOfAnUnreachableTask() { // case 120
    launched("t");
    cluster.given(new MarkAgentUnreachable(new AgentId("n1"), 1, 30_000));
    cluster.given(agent("n2").resources("cpus:4;memory:4096").register());

    cluster.given(fw.accept(cluster.offersTo("fw"), launch("t", "cpus:1")));

    assertThat(last("t").message()).contains("'t' is in use", "UNREACHABLE");
  }

  @Test
  void shouldLaunchAGroupWhollyOrNotAtAll() {
    ResourceOffer offer = offer();

    cluster.given(
        fw.accept(
            offer,
            OfferOperation.launchGroup(
                List.of(task("a", "cpus:1;memory:64"), task("b", "cpus:9;memory:64")))));

    assertThat(cluster.state().tasks()).isEmpty();
    assertThat(last("a").reason()).isEqualTo(Reason.TASK_GROUP_INVALID);
    assertThat(last("b").reason()).isEqualTo(Reason.TASK_GROUP_INVALID);
    assertThat(last("a").message()).contains("task 'b'", "cpus:9");
  }

  @Test
  void shouldEndAGroupTogether() {
    ResourceOffer offer = offer();
    cluster.given(
        fw.accept(
            offer,
            OfferOperation.launchGroup(
                List.of(task("a", "cpus:1;memory:64"), task("b", "cpus:1;memory:64")))));

    cluster.given(Reports.of(cluster.launchOf("fw", "a")).failed(1));

    assertThat(cluster.state().task(new TaskId("fw~b")).killReason())
        .isEqualTo(Reason.TASK_GROUP_ENDED);
  }

  @Test
  void shouldEndWhatIsLeftOfAGroupOnAnAgentThatComesBack() {
    ResourceOffer offer = offer();
    cluster.given(
        fw.accept(
            offer, OfferOperation.launchGroup(List.of(limitedInTime("a"), limitedInTime("b")))));
    LaunchTask a = cluster.launchOf("fw", "a");
    LaunchTask b = cluster.launchOf("fw", "b");
    cluster.given(Reports.of(a).running(), Reports.of(b).running(), unreachable("n1", 1));

    cluster.given(
        agent("n1")
            .resources("cpus:4;memory:4096")
            .run(2)
            .forgot(a)
            .has(b, TaskState.RUNNING)
            .register());

    TaskRow rest = cluster.state().task(b.task());
    assertThat(rest.killReason()).isEqualTo(Reason.TASK_GROUP_ENDED);
    assertThat(rest.state()).isEqualTo(TaskState.RUNNING);
    cluster.afterAll(Duration.ofHours(1));
    assertThat(cluster.state().task(b.task()).killReason()).isEqualTo(Reason.TASK_GROUP_ENDED);
  }

  private static TaskInfo limitedInTime(String name) {
    TaskInfo task = task(name, "cpus:1;memory:64");
    return new TaskInfo(
        name, task.resources(), task.command(), null, null, null, 60_000L, null, null, null);
  }

  @Test
  void shouldTellOneAfterTheOtherAndAgain() { // case 136
    launched("t");
    LaunchTask launch = cluster.launchOf("fw", "t");
    cluster.given(Reports.of(launch).running(), Reports.of(launch).finished());
    assertThat(cluster.updatesOf("fw", "t"))
        .extracting(TaskUpdate::state)
        .containsExactly(TaskState.RUNNING);
    long start = cluster.now();

    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      int before = cluster.updatesOf("fw", "t").size();
      cluster.afterAll(Duration.ofSeconds(1));
      if (cluster.updatesOf("fw", "t").size() > before) {
        times.add((cluster.now() - start) / 1_000);
      }
    }
    assertThat(times).startsWith(10L, 30L, 70L, 150L, 310L, 630L);

    TaskUpdate running = last("t");
    cluster.given(new AcknowledgeUpdate(fw.id(), "s1", "t", "something else"));
    assertThat(last("t")).isEqualTo(running);
    cluster.given(fw.acknowledge(running));
    assertThat(last("t").state()).isEqualTo(TaskState.FINISHED);
    cluster.given(fw.acknowledge(running), fw.acknowledge(last("t")));
    assertThat(cluster.state().updates()).isEmpty();
  }

  @Test
  void shouldRepeatToANewSessionWhatTheOldOneDidNotAcknowledge() {
    launched("t");
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).running());
    cluster.given(fw.disconnect());
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).finished());
    int before = cluster.updatesOf("fw", "t").size();

    cluster.given(fw.session("s2").subscribe());

    assertThat(cluster.updatesOf("fw", "t")).hasSize(before + 1);
    assertThat(last("t").state()).isEqualTo(TaskState.RUNNING);
    cluster.given(fw.acknowledge(last("t")));
    assertThat(last("t").state()).isEqualTo(TaskState.FINISHED);
    assertThat(last("t").source()).isEqualTo(TaskSource.AGENT);
  }

  @Test
  void shouldAnswerWhatIsAskedFor() { // cases 126, 127, 130
    launched("runs", "ended");
    cluster.given(
        Reports.of(cluster.launchOf("fw", "runs")).running(),
        Reports.of(cluster.launchOf("fw", "ended")).finished());
    cluster.given(fw.acknowledge(last("runs")), fw.acknowledge(last("ended")));

    cluster.given(fw.reconcile(new TaskRef("runs", null)));
    assertThat(last("runs").state()).isEqualTo(TaskState.RUNNING);
    assertThat(last("runs").reason()).isEqualTo(Reason.RECONCILIATION);
    assertThat(last("runs").update()).isNull();
    assertThat(last("runs").message()).isNull();

    int all = cluster.toldTo("fw", TaskUpdate.class).size();
    cluster.given(fw.reconcile());
    assertThat(cluster.toldTo("fw", TaskUpdate.class).subList(all, all + 1))
        .extracting(TaskUpdate::task)
        .containsExactly("runs");
    assertThat(cluster.toldTo("fw", TaskUpdate.class)).hasSize(all + 1);

    cluster.given(fw.reconcile(new TaskRef("who", new AgentId("nowhere"))));
    assertThat(last("who").state()).isEqualTo(TaskState.UNKNOWN);
    cluster.given(fw.reconcile(new TaskRef("who", new AgentId("n1"))));
    assertThat(last("who").state()).isEqualTo(TaskState.GONE);
    cluster.given(new MarkAgentUnreachable(new AgentId("n1"), 1, 30_000));
    cluster.given(fw.reconcile(new TaskRef("who", new AgentId("n1"))));
    assertThat(last("who").state()).isEqualTo(TaskState.UNREACHABLE);
    cluster.given(fw.kill("unheard-of")); // case 132
    assertThat(last("unheard-of").state()).isEqualTo(TaskState.UNKNOWN);
  }

  @Test
  void shouldSayLostToWhoIsNotAware() { // case 127
    Framework old = framework("old", "r").cannot(Capability.PARTITION_AWARE);
    cluster.given(old.subscribe());

    cluster.given(old.reconcile(new TaskRef("who", new AgentId("nowhere"))));

    assertThat(cluster.updatesOf("old", "who").getFirst().state()).isEqualTo(TaskState.LOST);
  }

  @Test
  void shouldAnswerForManyTasksInSeveralSteps() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4000;memory:4096").register());
    for (int call = 0; call < 3; call++) {
      List<TaskInfo> tasks = new ArrayList<>();
      for (int i = 0; i < 700; i++) {
        tasks.add(task("t" + (call * 700 + i), "cpus:1"));
      }
      cluster.given(fw.accept(cluster.offersTo("fw"), 0L, OfferOperation.launch(tasks)));
      cluster.afterAll(Duration.ofSeconds(1));
    }
    int before = cluster.toldTo("fw", TaskUpdate.class).size();

    cluster.given(fw.reconcile());
    assertThat(cluster.toldTo("fw", TaskUpdate.class)).hasSize(before + 1_000);
    cluster.settle();

    assertThat(cluster.toldTo("fw", TaskUpdate.class)).hasSize(before + 2_100);
    assertThat(
            cluster.toldTo("fw", TaskUpdate.class).subList(before, before + 2_100).stream()
                .map(TaskUpdate::task)
                .distinct())
        .hasSize(2_100);
  }

  @Test
  void shouldKillWithTheGraceThatIsAskedFor() {
    launched("t");

    cluster.given(new KillTasks(fw.id(), "s1", List.of("t"), 250L));

    KillTask kill = (KillTask) cluster.orders().getLast();
    assertThat(kill.graceMillis()).isEqualTo(250);
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).killed());
    assertThat(last("t").state()).isEqualTo(TaskState.KILLED);
  }

  @Test
  void shouldBeUnreachableAndComeBack() { // case 133
    launched("t");
    LaunchTask launch = cluster.launchOf("fw", "t");
    cluster.given(Reports.of(launch).running());
    cluster.given(fw.acknowledge(last("t")));

    cluster.given(new MarkAgentUnreachable(new AgentId("n1"), 1, 75_000));
    assertThat(last("t").state()).isEqualTo(TaskState.UNREACHABLE);
    assertThat(last("t").reason()).isEqualTo(Reason.AGENT_UNREACHABLE);
    assertThat(last("t").unreachableAt()).isEqualTo(cluster.now());
    assertThat(cluster.toldTo("fw", AgentFailed.class))
        .extracting(AgentFailed::state)
        .containsExactly(AgentState.UNREACHABLE);
    cluster.given(fw.acknowledge(last("t")));

    cluster.given(
        agent("n1").resources("cpus:4;memory:4096").has(launch, TaskState.RUNNING).register());

    assertThat(last("t").state()).isEqualTo(TaskState.RUNNING);
    assertThat(last("t").reason()).isEqualTo(Reason.AGENT_REREGISTERED);
  }

  @Test
  void shouldTimeOutATaskThatRunsForTooLong() {
    TaskInfo task =
        new TaskInfo(
            "t",
            Resources.parse("cpus:1"),
            ProcessSpec.of(List.of("sleep")),
            null,
            null,
            null,
            2_000L,
            null,
            null,
            null);
    cluster.given(fw.accept(offer(), OfferOperation.launch(List.of(task))));
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).running());

    cluster.afterAll(Duration.ofSeconds(2));

    assertThat(cluster.orders().getLast()).isInstanceOf(KillTask.class);
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).killed());
    cluster.given(fw.acknowledge(last("t")));
    cluster.given(fw.acknowledge(last("t")));
    assertThat(last("t").state()).isEqualTo(TaskState.FAILED);
    assertThat(last("t").reason()).isEqualTo(Reason.MAX_COMPLETION_TIME_REACHED);
  }

  @Test
  void shouldRunAsTheUserOfTheFramework() {
    Framework named = framework("named", "r").user("www");
    cluster.given(named.subscribe(), agent("n1").resources("cpus:1;memory:64").register());

    cluster.given(named.accept(cluster.offersTo("named"), launch("t", "cpus:1")));

    assertThat(cluster.launchOf("named", "t").process().user()).isEqualTo("www");
  }

  @Test
  void shouldForgetTheRowOfATaskAfterAWhile() {
    launched("t");
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).finished());
    cluster.given(fw.acknowledge(last("t")));
    assertThat(cluster.frameworkTask("fw", "t").state()).isEqualTo(TaskState.FINISHED);

    cluster.afterAll(Duration.ofHours(1));

    assertThat(cluster.frameworkTask("fw", "t")).isNull();
  }
}
