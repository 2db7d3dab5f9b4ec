package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Framework.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Jobs;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.TestSettings;
import dev.bourse.topics.command.AnswerInverseOffers;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.command.UnreserveResources;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.InverseOfferEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.Upkeep;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators do with agents, and what frameworks and jobs notice of it. */
class OperatorStoriesTest {

  private static final AgentId N1 = new AgentId("n1");

  private final ClusterFixture cluster = new ClusterFixture();
  private final Framework fw = framework("fw", "r").failoverTimeout(60_000);

  private LaunchTask launched() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(fw.accept(cluster.offersTo("fw"), launch("t", "cpus:1;memory:64")));
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).running());
    cluster.given(fw.acknowledge(last()));
    cluster.afterAll(Duration.ofSeconds(6));
    return cluster.launchOf("fw", "t");
  }

  private TaskUpdate last() {
    return cluster.updatesOf("fw", "t").getLast();
  }

  private Upkeep upkeep() {
    return cluster.agent("n1").upkeep();
  }

  @Test
  void shouldDrainAnAgent() { // case 143
    LaunchTask launch = launched();
    assertThat(cluster.offersTo("fw")).hasSize(1);

    cluster.given(new DrainAgent(N1, 0L, null, null));

    assertThat(cluster.offersTo("fw")).isEmpty();
    assertThat(upkeep().drain()).isEqualTo(Upkeep.Drain.DRAINING);
    assertThat(((KillTask) cluster.orders().getLast()).graceMillis()).isZero();
    cluster.when(new ReactivateAgent(N1)).thenRejected("'n1'", "being emptied");

    cluster.given(Reports.of(launch).killed());
    assertThat(last().state()).isEqualTo(TaskState.KILLED);
    assertThat(last().reason()).isEqualTo(Reason.AGENT_DRAINING);
    assertThat(upkeep().drain()).isEqualTo(Upkeep.Drain.DRAINING);

    cluster.given(fw.acknowledge(last()));
    assertThat(upkeep().drain()).isEqualTo(Upkeep.Drain.DRAINED);
    cluster.given(new ReactivateAgent(N1));
    assertThat(upkeep()).isNull();
    assertThat(cluster.offersTo("fw")).hasSize(1);
  }

  @Test
  void shouldNotWaitForAFrameworkThatIsOver() {
    LaunchTask launch = launched();
    cluster.given(new DrainAgent(N1, null, null, null), Reports.of(launch).killed());
    assertThat(upkeep().drain()).isEqualTo(Upkeep.Drain.DRAINING);

    cluster.given(new TeardownFramework(fw.id(), null));

    assertThat(upkeep().drain()).isEqualTo(Upkeep.Drain.DRAINED);
  }

  @Test
  void shouldMoveJobsFreeOfCharge() {
    cluster.given(agent("n1").register(), Jobs.job("j").submit(), agent("n2").register());
    LaunchTask launch = cluster.launchOf("j");
    AgentId where = launch.agent();

    cluster.given(new DrainAgent(where, null, null, null));
    cluster.given(Reports.of(launch).killed());
    cluster.afterAll(Duration.ofMinutes(1));

    assertThat(cluster.launchOf("j").agent()).isNotEqualTo(where);
    assertThat(cluster.launchOf("j").attempt()).isEqualTo(2);
    assertThat(cluster.agent(where.value()).upkeep().drain()).isEqualTo(Upkeep.Drain.DRAINED);
  }

  @Test
  void shouldGiveUpWhatIsNotDrainedInTime() {
    launched();

    cluster.given(new DrainAgent(N1, null, 10_000L, true));
    cluster.afterAll(Duration.ofSeconds(10));

    assertThat(last().state()).isEqualTo(TaskState.LOST);
    assertThat(last().reason()).isEqualTo(Reason.AGENT_DRAINING);
    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.GONE);
    assertThat(cluster.orders().getLast()).isInstanceOf(ShutdownAgent.class);
    cluster.when(agent("n1").register()).thenRejected("'n1'", "not let in");
    assertThat(cluster.orders().getLast()).isInstanceOf(ShutdownAgent.class);
  }

  @Test
  void shouldNotLetInWhoIsEmptiedByComingBackWithNothing() {
    cluster.given(agent("n1").register(), Jobs.job("j").submit());
    cluster.given(new DrainAgent(N1, null, null, true));

    cluster
        .when(agent("n1").incarnation("second").answering(1).register())
        .thenRejected("'n1'", "not let in");

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.GONE);
    assertThat(upkeep().drain()).isEqualTo(Upkeep.Drain.DRAINED);
    assertThat(cluster.orders().getLast()).isInstanceOf(ShutdownAgent.class);
  }

  @Test
  void shouldSayOnceThatWhoIsEmptiedByGoingIsGone() {
    cluster.given(agent("n1").register(), Jobs.job("j").submit());
    cluster.given(new DrainAgent(N1, null, null, true));

    assertThat(cluster.when(agent("n1").deregister()).outcome().events())
        .filteredOn(AgentRemoved.class::isInstance)
        .containsExactly(new AgentRemoved(N1, cluster.now(), 0));
    cluster.when(agent("n1").run(2).register()).thenRejected("'n1'", "not let in");
  }

  @Test
  void shouldSayOnceThatWhoIsEmptiedByStayingAwayIsGone() {
    cluster.given(agent("n1").register(), Jobs.job("j").submit());
    cluster.given(new DrainAgent(N1, null, null, true), new MarkAgentUnreachable(N1, 1, 1_000));

    List<Event> events = cluster.after(Duration.ofDays(1)).tick().outcome().events();

    assertThat(events).filteredOn(AgentRemoved.class::isInstance).hasSize(1);
    assertThat(cluster.state().agent(N1).timerAt()).isZero();
  }

  @Test
  void shouldSayOnceThatAnAgentIsGoneWhateverIsHeardOfItsTasks() {
    launched();
    cluster.given(new DrainAgent(N1, null, null, true), agent("n1").deregister());

    List<Event> events = cluster.when(fw.acknowledge(last())).outcome().events();

    assertThat(events).noneMatch(AgentRemoved.class::isInstance);
    assertThat(upkeep().drain()).isEqualTo(Upkeep.Drain.DRAINED);
  }

  @Test
  void shouldTakeTheOperatorAtHisWord() { // case 134
    launched();
    cluster.given(new MarkAgentUnreachable(N1, 1, 75_000));

    cluster.given(new MarkAgentGone(N1));

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.GONE);
    cluster.given(fw.acknowledge(last()));
    assertThat(last().state()).isEqualTo(TaskState.GONE_BY_OPERATOR);
    assertThat(last().reason()).isEqualTo(Reason.AGENT_REMOVED_BY_OPERATOR);
    cluster.given(fw.reconcile(new TaskRef("who", N1)));
    assertThat(cluster.updatesOf("fw", "who").getLast().state())
        .isEqualTo(TaskState.GONE_BY_OPERATOR);
    cluster.when(agent("n1").register()).thenRejected("'n1'", "gone for ever");
    assertThat(cluster.orders().getLast()).isInstanceOf(ShutdownAgent.class);
  }

  @Test
  void shouldAskFrameworksToLeave() {
    launched();
    Window window = new Window(cluster.now() + 60_000, 3_600_000L);

    cluster.given(new ScheduleMaintenance(List.of(N1), window));

    InverseOffer asked = cluster.toldTo("fw", InverseOffer.class).getFirst();
    assertThat(asked.unavailability()).isEqualTo(window);
    assertThat(cluster.offersTo("fw").getFirst().unavailability()).isEqualTo(window);
    cluster.given(new AnswerInverseOffers(fw.id(), "s1", List.of(asked.offer()), true));
    assertThat(cluster.state().inverseOffer(asked.offer()).accepted()).isTrue();

    cluster.given(new StartMaintenance(List.of(N1)));
    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.GONE);
    assertThat(last().state()).isEqualTo(TaskState.GONE);
    cluster.when(agent("n1").register()).thenRejected("out of service");
    cluster.afterAll(Duration.ofDays(3));
    cluster.when(agent("n1").register()).thenRejected("out of service");

    cluster.given(new EndMaintenance(List.of(N1)));
    cluster.given(
        agent("n1").resources("cpus:4;memory:4096").incarnation("second").answering(1).register());
    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.REGISTERED);
    assertThat(upkeep()).isNull();
  }

  @Test
  void shouldCallMaintenanceOff() {
    launched();
    cluster.given(new ScheduleMaintenance(List.of(N1), new Window(cluster.now(), null)));

    cluster.given(new ScheduleMaintenance(List.of(N1), null));

    assertThat(cluster.toldTo("fw", InverseOfferEnded.class)).hasSize(1);
    assertThat(cluster.state().inverseOffers()).isEmpty();
    cluster.when(new StartMaintenance(List.of(N1))).thenRejected("'n1'", "not scheduled");
    cluster.when(new EndMaintenance(List.of(N1))).thenRejected("'n1'", "not scheduled");
  }

  @Test
  void shouldReserveWhatIsFree() {
    cluster.given(agent("n1").resources("cpus:4;memory:4096").register());

    cluster.given(new ReserveResources(N1, Resources.parse("cpus(+eng@ops):3")));
    assertThat(cluster.agent("n1").resources().toString())
        .isEqualTo("cpus:1;cpus(+eng@ops):3;memory:4096");
    cluster.given(Jobs.job("j").role("eng/a").resources("cpus:2").submit());
    assertThat(cluster.launchOf("j").resources().toString()).isEqualTo("cpus(+eng@ops):2");

    cluster
        .when(new UnreserveResources(N1, Resources.parse("cpus(+eng@ops):3")))
        .thenRejected("resources", "there is");
    cluster.given(new UnreserveResources(N1, Resources.parse("cpus(+eng@ops):1")));
    assertThat(cluster.agent("n1").resources().toString())
        .isEqualTo("cpus:2;cpus(+eng@ops):2;memory:4096");
    cluster
        .when(new ReserveResources(N1, Resources.parse("cpus(+eng):9")))
        .thenRejected("resources", "cpus(+eng):9");
  }

  @Test
  void shouldTakeBackWhatIsOfferedOfWhatIsReserved() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    assertThat(cluster.offersTo("fw")).hasSize(1);
    Resources reserved = Resources.parse("cpus(+eng):3");

    cluster
        .when(new ReserveResources(N1, reserved))
        .thenAlso(new OfferRescinded(1, "an operator has reserved it"));
    assertThat(cluster.agent("n1").resources().toString())
        .isEqualTo("cpus:1;cpus(+eng):3;memory:4096");
    assertThat(cluster.offersTo("fw").getFirst().resources().toString())
        .isEqualTo("cpus:1;memory:4096");

    Framework eng = framework("e", "eng");
    cluster.given(eng.subscribe());
    cluster.given(new UnreserveResources(N1, reserved));
    assertThat(cluster.agent("n1").resources().toString()).isEqualTo("cpus:4;memory:4096");
    cluster
        .when(new ReserveResources(N1, Resources.parse("cpus(+eng):5")))
        .thenRejected("cpus(+eng):5", "there is 'cpus:4;memory:4096'");
  }

  @Test
  void shouldMoveAReservation() {
    cluster.given(agent("n1").resources("cpus:4;cpus(eng):1;memory:4096").register());
    Resources ops = Resources.parse("cpus(+ops):2");
    Resources refined = Resources.parse("cpus(+eng,+eng/a{k=v}):2");
    cluster.given(new ReserveResources(N1, ops));

    cluster.given(new ReserveResources(N1, refined, ops));

    assertThat(cluster.agent("n1").resources())
        .isEqualTo(Resources.parse("cpus:2;cpus(eng):1;memory:4096").plus(refined));
    cluster
        .when(new ReserveResources(N1, refined, ops))
        .thenRejected("source: is 'cpus(+ops):2'", "must be there");
    cluster.given(
        new SetQuota(List.of(new RoleQuota("ops", Quantities.parse("cpus:1"), null)), null));
    cluster
        .when(new ReserveResources(N1, ops, refined))
        .thenRejected("cpus(+ops):2", "quota of role 'ops'");
  }

  @Test
  void shouldMoveAReservationBelowAFullRole() {
    cluster.given(agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(
        new SetQuota(List.of(new RoleQuota("eng", Quantities.parse("cpus:2"), null)), null));
    Resources first = Resources.parse("cpus(+eng/a):2");
    Resources second = Resources.parse("cpus(+eng/b):2");
    cluster.given(new ReserveResources(N1, first));

    cluster.given(new ReserveResources(N1, second, first));

    assertThat(cluster.agent("n1").resources())
        .isEqualTo(Resources.parse("cpus:2;memory:4096").plus(second));
  }

  @Test
  void shouldNotReserveAboveTheQuota() {
    cluster.given(
        agent("n1").resources("cpus:4;memory:4096").register(),
        new SetQuota(List.of(new RoleQuota("eng", Quantities.parse("cpus:2"), null)), null));

    cluster
        .when(new ReserveResources(N1, Resources.parse("cpus(+eng/a):3")))
        .thenRejected("cpus(+eng/a):3", "quota of role 'eng' leaves 'cpus:2'");
    cluster.given(new ReserveResources(N1, Resources.parse("cpus(+eng/a):2")));
  }

  @Test
  void shouldKeepReservationsOfAnAgentThatComesBack() {
    cluster.given(agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(
        new ReserveResources(
            N1, Resources.parse("cpus(+eng,+eng/a):3").reservedDynamically().popReservation()));

    cluster.given(agent("n1").run(2).resources("cpus:6;memory:4096").register());

    assertThat(cluster.agent("n1").resources().toString())
        .isEqualTo("cpus:3;cpus(+eng):3;memory:4096");
    cluster
        .when(agent("n1").run(3).resources("cpus:2;memory:4096").register())
        .thenRejected("cpus:2", "reserved");
  }

  @Test
  void shouldWeighRoles() {
    cluster.given(
        new SetWeights(List.of(new RoleWeight("heavy", 3_000))),
        framework("h", "heavy").subscribe(),
        framework("l", "light").subscribe());
    for (int i = 0; i < 8; i++) {
      cluster.given(agent("n" + i).resources("cpus:1").register());
    }

    assertThat(cluster.offersTo("h")).hasSize(6);
    assertThat(cluster.offersTo("l")).hasSize(2);
  }

  @Test
  void shouldRationHowManyAgentsBecomeUnreachable() {
    ClusterFixture strict =
        new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.removals(1)));
    strict.given(agent("n1").register(), agent("n2").register());
    strict.given(new MarkAgentUnreachable(N1, 1, 30_000));

    strict
        .when(new MarkAgentUnreachable(new AgentId("n2"), 2, 30_000))
        .thenRejected("'n2' is silent", "each minute");

    assertThat(Removals.isLeft(strict.state(), strict.now())).isFalse();
    strict.after(Duration.ofMinutes(1));
    strict.given(new MarkAgentUnreachable(new AgentId("n2"), 2, 30_000));
  }

  @Test
  void shouldRefuseWhatIsNotThere() {
    cluster.when(new DrainAgent(N1, null, null, null)).thenRejected("no agent 'n1'");
    cluster.when(new DeactivateAgent(N1)).thenRejected("no agent 'n1'");
    cluster.when(new ReactivateAgent(N1)).thenRejected("no agent 'n1'");
    cluster.when(new MarkAgentGone(N1)).thenRejected("no agent 'n1'");
    cluster.when(new ReserveResources(N1, Resources.parse("cpus(+a):1"))).thenRejected("no agent");
    cluster
        .when(new UnreserveResources(N1, Resources.parse("cpus(+a):1")))
        .thenRejected("no agent");
    cluster
        .when(new ScheduleMaintenance(List.of(N1), new Window(1, null)))
        .thenRejected("no agent 'n1'");
    cluster
        .when(new TeardownFramework(new FrameworkId("x"), null))
        .thenRejected("no framework 'x'");
  }
}
