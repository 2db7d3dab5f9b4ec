package dev.bourse.core.frameworks;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Framework.launch;
import static dev.bourse.core.testing.Framework.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.TestSettings;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.InverseOfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where Mesos begins anew: another master goes on where the one before stopped. */
class FailoverConformanceTest {

  private static final AgentId N1 = new AgentId("n1");

  private final ClusterFixture cluster =
      new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.offerTimeout(0)));
  private final Framework fw = framework("fw", "r").failoverTimeout(60_000);

  @Test
  void shouldUseTwoOffersOfAnAgentThatTheMasterBeforeMade() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;ports:[1-10]").register());
    cluster.given(fw.accept(cluster.offersTo("fw"), 0L, launch("t", "cpus:2;ports:[5-10]")));
    cluster.afterAll(Duration.ofSeconds(1));
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).finished());
    assertThat(cluster.offersTo("fw")).hasSize(2);

    cluster.failOver();
    cluster.given(fw.accept(cluster.offersTo("fw"), launch("u", "cpus:4;ports:[1-10]")));

    assertThat(cluster.launchOf("fw", "u").resources().toString()).isEqualTo("cpus:4;ports:[1-10]");
    cluster.failOver();
    assertThat(cluster.state().free(N1).isEmpty()).isTrue();
  }

  @Test
  void shouldNotGivePortsTwice() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;ports:[1-10]").register());
    cluster.given(fw.accept(cluster.offersTo("fw"), 0L, launch("t", "cpus:1;ports:[3-3]")));
    LaunchTask launch = cluster.launchOf("fw", "t");
    cluster
        .when(
            agent("n1")
                .run(2)
                .resources("cpus:4;ports:[4-10]")
                .has(launch, TaskState.RUNNING)
                .register())
        .thenRejected("ports:[4-10]", "ports:[3-3]");

    cluster.failOver();
    cluster.given(
        agent("n1")
            .run(3)
            .resources("cpus:8;ports:[1-5]")
            .has(launch, TaskState.RUNNING)
            .register());
    cluster.afterAll(Duration.ofSeconds(1));

    assertThat(offered("fw")).containsExactly("n1 cpus:7;ports:[1-2,4-5]");
  }

  @Test
  void shouldGoOnSharingFairly() { // as cases 30 and 59
    cluster.given(framework("a", "p/a").subscribe(), framework("b", "p/b").subscribe());
    cluster.given(framework("c", "q").subscribe());
    grow(0, 4);
    assertThat(offered("a")).hasSize(1);
    assertThat(offered("b")).hasSize(1);
    assertThat(offered("c")).hasSize(2);

    cluster.given(new SetWeights(List.of(new RoleWeight("p", 3_000))));
    grow(4, 8);

    assertThat(offered("a")).hasSize(3);
    assertThat(offered("b")).hasSize(3);
    assertThat(offered("c")).hasSize(2);
  }

  private void grow(int from, int to) {
    for (int i = from; i < to; i++) {
      cluster.given(agent("n" + i).resources("cpus:1").register());
      cluster.failOver();
    }
  }

  @Test
  void shouldKeepWhatIsGuaranteedWhenOthersAgentsAreDeactivated() {
    Framework ops = framework("o", "ops");
    cluster.given(
        new SetQuota(List.of(new RoleQuota("q", null, Quantities.parse("cpus:4"))), true),
        ops.subscribe());
    cluster.given(
        agent("n1").resources("cpus:4").register(), agent("n2").resources("cpus:4").register());
    assertThat(offered("o")).hasSize(1);
    AgentId used = cluster.offersTo("o").getFirst().agent();
    cluster.given(ops.accept(cluster.offersTo("o"), 0L, launch("t", "cpus:1")));

    cluster.given(new DeactivateAgent(used.equals(N1) ? new AgentId("n2") : N1));
    cluster.failOver();
    cluster.afterAll(Duration.ofSeconds(2));

    assertThat(offered("o")).isEmpty();
  }

  @Test
  void shouldLeaveOffersToWhoSuppresses() { // as case 69
    cluster.given(fw.subscribe(), agent("n1").register(), fw.suppress());
    assertThat(offered("fw")).hasSize(1);

    cluster.failOver();
    cluster.given(fw.accept(cluster.offersTo("fw"), 0L, launch("t", "cpus:1")));
    cluster.afterAll(Duration.ofSeconds(10));

    assertThat(cluster.state().tasks()).hasSize(1);
    assertThat(offered("fw")).isEmpty();
  }

  @Test
  void shouldEndAGroupTogetherButNotForACleanExit() {
    cluster.given(fw.subscribe(), agent("n1").register());
    cluster.given(fw.accept(cluster.offersTo("fw"), group("a", "b", "c"), launch("d", "cpus:1")));

    cluster.failOver();
    cluster.given(Reports.of(cluster.launchOf("fw", "a")).finished());
    assertThat(killReason("b")).isNull();
    cluster.given(fw.kill("b"));
    cluster.given(Reports.of(cluster.launchOf("fw", "b")).killed());

    assertThat(killReason("c")).isEqualTo(Reason.TASK_GROUP_ENDED);
    assertThat(killReason("d")).isNull();
  }

  @Test
  void shouldEndAGroupOfWhichOneDidNotArrive() {
    cluster.given(fw.subscribe(), agent("n1").register());
    cluster.given(fw.accept(cluster.offersTo("fw"), group("a", "b", "c")));

    cluster.failOver();
    cluster.given(
        agent("n1")
            .run(2)
            .has(cluster.launchOf("fw", "a"), TaskState.RUNNING)
            .has(cluster.launchOf("fw", "b"), TaskState.RUNNING)
            .forgot(cluster.launchOf("fw", "c"))
            .register());

    assertThat(cluster.updatesOf("fw", "c").getLast().state()).isEqualTo(TaskState.DROPPED);
    assertThat(killReason("a")).isEqualTo(Reason.TASK_GROUP_ENDED);
    assertThat(killReason("b")).isEqualTo(Reason.TASK_GROUP_ENDED);
  }

  @Test
  void shouldLetAnOperatorEndWhoIsAway() {
    cluster.given(fw.subscribe(), agent("n1").register());
    cluster.given(fw.accept(cluster.offersTo("fw"), launch("t", "cpus:1")));
    LaunchTask launch = cluster.launchOf("fw", "t");
    cluster.given(Reports.of(launch).running(), fw.disconnect());

    cluster.failOver();
    cluster.given(new TeardownFramework(fw.id(), null));

    assertThat(cluster.orders().getLast()).isInstanceOf(KillTask.class);
    cluster.when(fw.session("s2").subscribe()).thenRejected("'fw' is over");
    cluster.given(Reports.of(launch).sequence(2).killed());
    assertThat(cluster.state().updates()).isEmpty();
    assertThat(cluster.state().usedBy("r").isEmpty()).isTrue();
  }

  @Test
  void shouldGoOnWithMaintenance() {
    cluster.given(fw.subscribe(), agent("n1").register(), agent("n2").register());
    cluster.given(fw.accept(cluster.offersTo("fw").subList(0, 1), launch("t", "cpus:1")));
    AgentId where = cluster.launchOf("fw", "t").agent();
    cluster.given(
        new ScheduleMaintenance(List.of(N1, new AgentId("n2")), new Window(cluster.now(), 5L)));
    assertThat(cluster.toldTo("fw", InverseOffer.class))
        .extracting(InverseOffer::agent)
        .containsExactly(where);

    cluster.failOver();
    cluster.given(new ScheduleMaintenance(List.of(where), new Window(cluster.now(), null)));
    assertThat(cluster.toldTo("fw", InverseOffer.class)).hasSize(2);
    assertThat(cluster.toldTo("fw", InverseOfferEnded.class)).hasSize(1);
    cluster.given(fw.session("s2").subscribe());
    assertThat(cluster.toldTo("fw", InverseOffer.class)).hasSize(3);

    cluster.given(new StartMaintenance(List.of(where)), new MarkAgentGone(where));
    cluster.given(new EndMaintenance(List.of(where)));
    cluster.when(agent(where.value()).register()).thenRejected("gone for ever");
  }

  @Test
  void shouldNotGiveAwayWhatAnOperatorReservedSinceItWasShown() {
    Framework one = framework("one", "r").can(Capability.OPTIMISTIC_OFFERS);
    cluster.given(one.subscribe(), agent("n1").resources("cpus:4").register());
    List<ResourceOffer> shown = cluster.offersTo("one");
    cluster.given(new ReserveResources(N1, Resources.parse("cpus(+eng):3")));

    cluster.failOver();
    cluster.when(one.accept(shown, launch("t", "cpus:2"))).thenRejected("others were first");

    assertThat(offered("one")).containsExactly("n1 cpus:1");
  }

  private Reason killReason(String task) {
    return cluster.state().task(new TaskId("fw~" + task)).killReason();
  }

  private List<String> offered(String framework) {
    return cluster.offersTo(framework).stream()
        .map(offer -> offer.agent() + " " + offer.resources())
        .sorted()
        .toList();
  }

  private static OfferOperation group(String... names) {
    return OfferOperation.launchGroup(
        List.of(names).stream().map(name -> task(name, "cpus:1")).toList());
  }
}
