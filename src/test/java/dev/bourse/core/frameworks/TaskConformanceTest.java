package dev.bourse.core.frameworks;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Framework.launch;
import static dev.bourse.core.testing.Framework.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.testing.Agents;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Reports;
import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variations of cases 120 and 126 to 136: ids, groups, kills, acknowledgement, reconciliation. */
class TaskConformanceTest {

  private final ClusterFixture cluster = new ClusterFixture();
  private final Framework fw = framework("fw", "r").failoverTimeout(60_000);

  private LaunchTask launched(String name) {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(fw.accept(cluster.offersTo("fw"), 0L, launch(name, "cpus:1;memory:64")));
    cluster.afterAll(Duration.ofSeconds(1));
    return cluster.launchOf("fw", name);
  }

  private LaunchTask running(String name) {
    LaunchTask launch = launched(name);
    cluster.given(Reports.of(launch).running());
    cluster.given(fw.acknowledge(last(name)));
    return launch;
  }

  private TaskUpdate last(String name) {
    return cluster.updatesOf("fw", name).getLast();
  }

  @Test
  void shouldNotReuseAnIdBeforeItsEndIsAcknowledged() { // case 120
    LaunchTask launch = launched("t");
    cluster.given(Reports.of(launch).finished());
    TaskUpdate end = last("t");
    cluster.given(fw.accept(cluster.offersTo("fw"), 0L, launch("t", "cpus:1")));
    assertThat(last("t").state()).isEqualTo(TaskState.ERROR);
    assertThat(last("t").message()).contains("'t' is in use", "acknowledged");

    cluster.failOver();
    cluster.afterAll(Duration.ofSeconds(1));
    cluster.given(fw.acknowledge(end));
    cluster.given(fw.accept(cluster.offersTo("fw"), 0L, launch("t", "cpus:1")));

    assertThat(cluster.launchOf("fw", "t").epoch()).isGreaterThan(launch.epoch());
    // What is still on its way of the first one is not about the second.
    cluster.when(Reports.of(launch).finished()).thenRejected("epoch");
    assertThat(cluster.state().task(new TaskId("fw~t")).state()).isEqualTo(TaskState.STAGING);
  }

  @Test
  void shouldCheckEachOfACallAgainstThoseBeforeIt() { // case 120
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());

    cluster.given(
        fw.accept(
            cluster.offersTo("fw"),
            0L,
            OfferOperation.launch(List.of(task("t", "cpus:1"), task("t", "cpus:1"))),
            OfferOperation.launchGroup(List.of(task("g", "cpus:1"), task("t", "cpus:1"))),
            OfferOperation.launchGroup(List.of(task("h", "cpus:1"), task("h", "cpus:1"))),
            OfferOperation.launchGroup(List.of(task("i", "cpus:2"), task("j", "cpus:2"))),
            OfferOperation.launchGroup(List.of(task("k", "cpus:1"), task("l", "cpus:2"))),
            launch("m", "cpus:0.001")));

    assertThat(cluster.state().tasks())
        .extracting(row -> row.id().value())
        .containsExactly("fw~k", "fw~l", "fw~t");
    for (String refused : List.of("g", "h", "i", "j")) {
      assertThat(last(refused).reason()).isEqualTo(Reason.TASK_GROUP_INVALID);
    }
    assertThat(last("t").reason()).isIn(Reason.TASK_GROUP_INVALID, Reason.TASK_INVALID);
    assertThat(last("m").reason()).isEqualTo(Reason.TASK_INVALID);
    assertThat(last("m").message()).contains("there is 'memory:4096'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ports:[31000-31000]", "ports:1", "cpus:{a}", "cpus(r):1", "cpus:1e12"})
  void shouldRefuseWhatIsNotOfTheOffer(String resources) { // case 120
    cluster.given(fw.subscribe());
    cluster.given(agent("n1").resources("cpus:4;ports:[31001-32000,30000-30999]").register());

    cluster.given(fw.accept(cluster.offersTo("fw"), launch("t", resources)));

    assertThat(last("t").state()).isEqualTo(TaskState.ERROR);
    assertThat(last("t").message()).contains("resources: are '" + Resources.parse(resources));
    assertThat(cluster.state().tasks()).isEmpty();
  }

  @Test
  void shouldSetPortsAsideOnce() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;ports:[1-10]").register());

    cluster.given(
        fw.accept(
            cluster.offersTo("fw"),
            0L,
            launch("t", "cpus:1;ports:[3-4,7-7]"),
            launch("u", "cpus:1;ports:[4-5]"),
            launch("v", "cpus:1;ports:[5-6]")));

    assertThat(last("u").state()).isEqualTo(TaskState.ERROR);
    assertThat(cluster.state().free(new AgentId("n1")).toString())
        .isEqualTo("cpus:2;ports:[1-2,8-10]");
  }

  @Test
  void shouldEndATaskThatIsKilledBeforeItRuns() {
    LaunchTask launch = launched("t");

    cluster.given(fw.kill("t"));
    assertThat(cluster.orders().getLast()).isInstanceOf(KillTask.class);
    cluster.failOver();
    cluster.given(Reports.of(launch).killed());

    assertThat(last("t").state()).isEqualTo(TaskState.KILLED);
    cluster.given(fw.acknowledge(last("t")), fw.kill("t"));
    assertThat(last("t").state()).isEqualTo(TaskState.UNKNOWN);
    assertThat(last("t").reason()).isEqualTo(Reason.RECONCILIATION);
  }

  @Test
  void shouldAnswerForEachTaskThatIsToBeKilledAndNotKnown() { // case 132
    Framework old = framework("old", "r").cannot(Capability.PARTITION_AWARE);
    launched("t");
    cluster.given(old.subscribe());

    cluster.given(fw.kill("who", "t", "else"), old.kill("t"));

    assertThat(last("who").state()).isEqualTo(TaskState.UNKNOWN);
    assertThat(last("else").state()).isEqualTo(TaskState.UNKNOWN);
    assertThat(cluster.updatesOf("old", "t").getLast().state()).isEqualTo(TaskState.LOST);
    assertThat(cluster.state().task(new TaskId("fw~t")).killReason()).isNotNull();
  }

  @Test
  void shouldKillWhatIsUnreachableWhenItIsBack() {
    LaunchTask launch = running("t");
    cluster.given(Agents.unreachable("n1", 1));
    cluster.given(fw.acknowledge(last("t")), fw.kill("t"));

    cluster.failOver();
    cluster.given(
        agent("n1").resources("cpus:4;memory:4096").has(launch, TaskState.RUNNING).register());

    assertThat(cluster.orders().getLast()).isInstanceOf(KillTask.class);
  }

  @Test
  void shouldIgnoreWrongAcknowledgements() { // case 136
    LaunchTask launch = launched("t");
    cluster.given(Reports.of(launch).running(), Reports.of(launch).sequence(2).finished());
    TaskUpdate running = last("t");

    cluster.given(
        new AcknowledgeUpdate(fw.id(), "s1", "t", running.update() + "0"),
        new AcknowledgeUpdate(fw.id(), "s1", "u", running.update()));
    cluster.when(new AcknowledgeUpdate(fw.id(), "s0", "t", running.update())).thenRejected("'s0'");
    assertThat(last("t")).isEqualTo(running);

    cluster.failOver();
    cluster.given(fw.acknowledge(running));
    assertThat(last("t").state()).isEqualTo(TaskState.FINISHED);
    cluster.given(fw.acknowledge(running));
    assertThat(cluster.state().updates()).hasSize(1);
  }

  @Test
  void shouldSayDroppedOfALaunchThatDidNotArrive() {
    LaunchTask launch = launched("t");

    cluster.given(agent("n1").run(2).resources("cpus:4;memory:4096").forgot(launch).register());

    assertThat(last("t").state()).isEqualTo(TaskState.DROPPED);
    assertThat(last("t").reason()).isEqualTo(Reason.LAUNCH_NOT_DELIVERED);
  }

  @Test
  void shouldSayGoneOfATaskThatRanAndThatItsAgentDoesNotKnow() {
    LaunchTask launch = running("t");

    cluster.given(agent("n1").run(2).resources("cpus:4;memory:4096").forgot(launch).register());

    assertThat(last("t").state()).isEqualTo(TaskState.GONE);
  }

  @Test
  void shouldAnswerByWhatIsKnownAndNotByWhatIsGuessed() { // cases 126, 127
    running("t");
    cluster.given(agent("n2").register(), agent("n3").register());
    cluster.given(agent("n3").deregister());

    cluster.given(
        fw.reconcile(
            new TaskRef("t", new AgentId("n2")),
            new TaskRef("a", new AgentId("n1")),
            new TaskRef("b", new AgentId("n3")),
            new TaskRef("c", null),
            new TaskRef("t", null)));

    assertThat(last("t").state()).isEqualTo(TaskState.RUNNING);
    assertThat(last("t").agent()).isEqualTo(new AgentId("n1"));
    assertThat(last("t").exit()).isNull();
    assertThat(last("a").state()).isEqualTo(TaskState.GONE);
    assertThat(last("b").state()).isEqualTo(TaskState.GONE);
    assertThat(last("c").state()).isEqualTo(TaskState.UNKNOWN);
    assertThat(cluster.updatesOf("fw", "t"))
        .filteredOn(update -> update.reason() == Reason.RECONCILIATION)
        .hasSize(2);
  }

  @Test
  void shouldAnswerAtOnceInANewMaster() { // case 129 and 130, as it is here
    LaunchTask launch = running("t");
    cluster.failOver();

    cluster.given(fw.reconcile());
    assertThat(last("t").state()).isEqualTo(TaskState.RUNNING);
    cluster.given(Agents.unreachable("n1", 1));
    cluster.given(fw.acknowledge(last("t")), fw.reconcile());
    assertThat(last("t").state()).isEqualTo(TaskState.UNREACHABLE);
    assertThat(last("t").reason()).isEqualTo(Reason.RECONCILIATION);
    assertThat(last("t").unreachableAt()).isEqualTo(cluster.now());
    assertThat(launch.agent()).isEqualTo(new AgentId("n1"));
  }

  @Test
  void shouldComeBackAlsoForWhoHeardThatItIsLost() { // cases 127, 133
    Framework old = framework("fw", "r").cannot(Capability.PARTITION_AWARE).failoverTimeout(60_000);
    cluster.given(old.subscribe(), agent("n1").register());
    cluster.given(old.accept(cluster.offersTo("fw"), launch("t", "cpus:1")));
    LaunchTask launch = cluster.launchOf("fw", "t");
    cluster.given(Reports.of(launch).running());
    cluster.given(old.acknowledge(last("t")), Agents.unreachable("n1", 1));
    assertThat(last("t").state()).isEqualTo(TaskState.LOST);
    cluster.given(old.acknowledge(last("t")));

    cluster.failOver();
    cluster.given(agent("n1").has(launch, TaskState.RUNNING).register());

    assertThat(last("t").state()).isEqualTo(TaskState.RUNNING);
    cluster.given(old.acknowledge(last("t")), Reports.of(launch).sequence(2).finished());
    assertThat(last("t").state()).isEqualTo(TaskState.FINISHED);
  }

  @Test
  void shouldKeepToTheFailoverTimeoutThatWasSaidLast() {
    launched("t");
    cluster.given(framework("fw", "r").failoverTimeout(5_000).session("s2").subscribe());
    cluster.given(framework("fw", "r").session("s2").disconnect());

    cluster.failOver();
    cluster.afterAll(Duration.ofMillis(4_999));
    assertThat(cluster.state().task(new TaskId("fw~t")).killReason()).isNull();

    cluster.afterAll(Duration.ofMillis(1));
    assertThat(cluster.state().task(new TaskId("fw~t")).killReason())
        .isEqualTo(Reason.FRAMEWORK_REMOVED);
  }

  @Test
  void shouldGoOnWithTasksOfARoleThatIsLeft() {
    LaunchTask launch = running("t");

    cluster.given(framework("fw", "s").failoverTimeout(60_000).update());
    assertThat(cluster.offersTo("fw")).extracting(offer -> offer.role()).containsOnly("s");
    assertThat(cluster.state().usedBy("r").get("cpus")).isEqualTo(1_000);
    cluster.failOver();
    cluster.given(Reports.of(launch).sequence(2).finished());

    assertThat(last("t").state()).isEqualTo(TaskState.FINISHED);
    assertThat(cluster.state().usedBy("r").isEmpty()).isTrue();
  }
}
