package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Framework.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.testing.Agents;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Reports;
import dev.bourse.topics.command.AnswerInverseOffers;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.Upkeep;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Variations of cases 134 and 143, and of maintenance: with a new master in the middle. */
class UpkeepConformanceTest {

  private static final AgentId N1 = new AgentId("n1");

  private final ClusterFixture cluster = new ClusterFixture();
  private final Framework fw = framework("fw", "r").failoverTimeout(60_000);

  private LaunchTask running() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(fw.accept(cluster.offersTo("fw"), launch("t", "cpus:1;memory:64")));
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).running());
    cluster.given(fw.acknowledge(last()));
    return cluster.launchOf("fw", "t");
  }

  private TaskUpdate last() {
    return cluster.updatesOf("fw", "t").getLast();
  }

  private Upkeep.Drain drain() {
    return cluster.agent("n1").upkeep().drain();
  }

  @Test
  void shouldGoOnDrainingInANewMaster() { // case 143
    LaunchTask launch = running();
    cluster.given(new DeactivateAgent(N1), new DrainAgent(N1, 100L, 10_000L, null));
    assertThat(((KillTask) cluster.orders().getLast()).graceMillis()).isEqualTo(100);

    cluster.failOver();
    cluster.when(new ReactivateAgent(N1)).thenRejected("being emptied");
    cluster.given(Reports.of(launch).sequence(2).killed());
    assertThat(drain()).isEqualTo(Upkeep.Drain.DRAINING);
    cluster.afterAll(Duration.ofSeconds(10));
    assertThat(drain()).isEqualTo(Upkeep.Drain.DRAINED);
    assertThat(last().state()).isEqualTo(TaskState.KILLED);
    assertThat(cluster.offersTo("fw")).isEmpty();

    cluster.given(new ReactivateAgent(N1));
    assertThat(cluster.offersTo("fw")).hasSize(1);
  }

  @Test
  void shouldNotLengthenAGraceToDrain() { // case 143
    running();

    cluster.given(new DrainAgent(N1, 3_600_000L, null, null));

    assertThat(((KillTask) cluster.orders().getLast()).graceMillis()).isEqualTo(5_000);
  }

  @Test
  void shouldDrainWhatIsUnreachableWhenItIsBack() { // case 143
    LaunchTask launch = running();
    cluster.given(Agents.unreachable("n1", 1), new DrainAgent(N1, null, null, null));
    cluster.given(fw.acknowledge(last()));
    assertThat(drain()).isEqualTo(Upkeep.Drain.DRAINING);

    cluster.given(
        agent("n1").resources("cpus:4;memory:4096").has(launch, TaskState.RUNNING).register());
    assertThat(cluster.orders().getLast()).isInstanceOf(KillTask.class);
    cluster.given(fw.acknowledge(last()));
    cluster.given(Reports.of(launch).sequence(2).killed());

    assertThat(last().reason()).isEqualTo(Reason.AGENT_DRAINING);
    cluster.given(fw.acknowledge(last()));
    assertThat(drain()).isEqualTo(Upkeep.Drain.DRAINED);
  }

  @Test
  void shouldTakeAnAgentThatIsThereForGone() { // case 134
    LaunchTask launch = running();

    cluster.given(new MarkAgentGone(N1));
    cluster.failOver();

    assertThat(last().state()).isEqualTo(TaskState.GONE_BY_OPERATOR);
    assertThat(cluster.orders().getLast()).isInstanceOf(ShutdownAgent.class);
    cluster.when(Reports.of(launch).sequence(2).finished()).thenRejected("not expected");
    cluster
        .when(agent("n1").incarnation("second").answering(1).register())
        .thenRejected("not let in");
    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.GONE);
    assertThat(cluster.state().total().isEmpty()).isTrue();
  }

  @Test
  void shouldAskWhoLaunchesWhereMaintenanceIsPlanned() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    Window window = new Window(cluster.now() + 60_000, 3_600_000L);
    cluster.given(new ScheduleMaintenance(List.of(N1), window));
    assertThat(asked()).isEmpty();

    cluster.given(fw.accept(cluster.offersTo("fw"), 0L, launch("t", "cpus:1")));
    assertThat(asked()).extracting(InverseOffer::unavailability).containsExactly(window);

    cluster.given(
        new AnswerInverseOffers(fw.id(), "s1", List.of(asked().getFirst().offer()), false));
    cluster.afterAll(Duration.ofSeconds(1));
    cluster.given(fw.accept(cluster.offersTo("fw"), 0L, launch("u", "cpus:1")));
    assertThat(asked()).hasSize(1);
  }

  @Test
  void shouldNotAskWhoLaunchesNothing() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(new ScheduleMaintenance(List.of(N1), new Window(cluster.now(), null)));

    cluster.given(fw.accept(cluster.offersTo("fw"), 0L, launch("t", "cpus:9")));

    assertThat(asked()).isEmpty();
  }

  @Test
  void shouldTakeEveryAnswerToAnInverseOfferThatIsItsOwn() {
    running();
    Framework other = framework("other", "s");
    cluster.given(other.subscribe(), agent("n2").register());
    cluster.given(new ScheduleMaintenance(List.of(N1), new Window(cluster.now(), null)));
    long own = asked().getFirst().offer();

    cluster
        .when(new AnswerInverseOffers(other.id(), "s1", List.of(own), true))
        .thenRejected("another framework's");
    cluster.given(new AnswerInverseOffers(fw.id(), "s1", List.of(999L, own), true));

    assertThat(cluster.state().inverseOffer(own).accepted()).isTrue();
  }

  private List<InverseOffer> asked() {
    return cluster.toldTo("fw", InverseOffer.class);
  }
}
