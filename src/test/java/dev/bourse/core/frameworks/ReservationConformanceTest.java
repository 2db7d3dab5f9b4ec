package dev.bourse.core.frameworks;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Framework.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Jobs;
import dev.bourse.core.testing.TestSettings;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.UnreserveResources;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.OperationUpdate;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.TaskState;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Case 119 and what is around it: what is reserved, by whom, and what becomes of offers. */
class ReservationConformanceTest {

  private static final AgentId N1 = new AgentId("n1");

  private final ClusterFixture cluster =
      new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.offerTimeout(0)));
  private final Framework alice = framework("fw", "r").principal("alice");

  @Test
  void shouldTakeOffersBackThatAreInTheWayOfAnOperator() {
    cluster.given(alice.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());

    cluster.given(reserve("cpus(+eng@ops):3"));

    assertThat(cluster.toldTo("fw", OfferEnded.class))
        .extracting(OfferEnded::how, OfferEnded::reason)
        .containsExactly(Tuple.tuple(OfferEnded.How.RESCINDED, "an operator has reserved it"));
    assertThat(layout()).isEqualTo("cpus:1;cpus(+eng@ops):3;memory:4096");
    assertThat(offered("fw")).containsExactly("n1 cpus:1;memory:4096");
  }

  @Test
  void shouldTakeBackWhatIsOfferedOfAReservationThatIsTakenOff() {
    Framework eng = framework("eng", "eng");
    cluster.given(agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(reserve("cpus(+eng@ops):3"), eng.subscribe());
    cluster.failOver();

    cluster.given(unreserve("cpus(+eng@ops):2"));

    assertThat(layout()).isEqualTo("cpus:3;cpus(+eng@ops):1;memory:4096");
    assertThat(offered("eng")).containsExactly("n1 cpus:3;cpus(+eng@ops):1;memory:4096");
  }

  @Test
  void shouldLeaveOffersAloneThatAreNotInTheWay() {
    cluster.given(agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(limit("r", "cpus:2;memory:64"), alice.subscribe());
    assertThat(offered("fw")).containsExactly("n1 cpus:2;memory:64");

    cluster.given(reserve("cpus(+eng@ops):2"));
    assertThat(cluster.toldTo("fw", OfferEnded.class)).isEmpty();

    cluster
        .when(reserve("cpus(+eng@ops):3"))
        .thenRejected("cpus(+eng@ops):3", "there is 'cpus:2;cpus(+eng@ops):2;memory:4096'");
    assertThat(cluster.toldTo("fw", OfferEnded.class)).isEmpty();
  }

  @Test
  void shouldNotTakeFromTasksWhatIsToBeReserved() {
    cluster.given(alice.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(alice.accept(cluster.offersTo("fw"), 0L, launch("t", "cpus:2")));

    cluster.when(reserve("cpus(+eng):3")).thenRejected("resources", "cpus:2");
    cluster.given(reserve("cpus(+eng):2"));
  }

  @Test
  void shouldRefuseWhatNoOperatorCanReserve() { // case 119
    cluster.given(agent("n1").resources("cpus:2;cpus(eng):2;memory:64").register());

    cluster.when(reserve("cpus(eng):1")).thenRejected("resources");
    cluster.when(reserve("cpus:1")).thenRejected("resources");
    cluster.when(unreserve("cpus(eng):1")).thenRejected("resources");
    cluster.when(unreserve("cpus:1")).thenRejected("resources");
    cluster.when(unreserve("cpus(+eng):1")).thenRejected("resources");
    cluster.when(reserve("cpus(+eng):1;gpus(+eng):1")).thenRejected("resources");
    cluster.when(reserve("cpus(eng,+eng/a):3")).thenRejected("resources");
    assertThat(layout()).isEqualTo("cpus:2;cpus(eng):2;memory:64");
    cluster.given(reserve("cpus(eng,+eng/a):2"), unreserve("cpus(eng,+eng/a):1"));
    assertThat(layout()).isEqualTo("cpus:2;cpus(eng):1;cpus(eng,+eng/a):1;memory:64");
  }

  @Test
  void shouldCountReservationsTogetherAgainstTheQuotaAbove() {
    cluster.given(
        agent("n1").resources("cpus:8;memory:64").register(),
        agent("n2").resources("cpus:8;memory:64").register(),
        limit("eng", "cpus:3"),
        framework("fw", "eng/c").subscribe());
    assertThat(cluster.state().consumedBy("eng").get("cpus")).isEqualTo(3_000);

    cluster
        .when(reserve("cpus(+eng/a):2;cpus(+eng/b):2"))
        .thenRejected("quota of role 'eng' leaves 'cpus:3'");
    cluster.given(reserve("cpus(+eng/a):2;cpus(+eng/b):1"));

    // What was offered of the other agent is above the limit now.
    assertThat(cluster.state().consumedBy("eng").get("cpus")).isEqualTo(3_000);
    assertThat(offered("fw")).containsExactly("n1 memory:64", "n2 memory:64");
    cluster.given(reserve("cpus(+eng/a,+eng/a/x):2"));
    cluster.when(reserve("cpus(+eng):1")).thenRejected("quota of role 'eng' leaves 'cpus:0'");
  }

  @Test
  void shouldKeepLabelsApart() {
    cluster.given(alice.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());

    cluster.given(
        alice.accept(
            cluster.offersTo("fw"),
            0L,
            OfferOperation.reserve(Resources.parse("cpus(+r@alice{k=1}):1")),
            OfferOperation.reserve(Resources.parse("cpus(+r@alice{k=2}):1")),
            OfferOperation.reserve(Resources.parse("cpus(+r@alice{k=1}):1")),
            unreserve("cpus(+r@alice{k=2}):2", "too much"),
            unreserve("cpus(+r@alice):1", "without the label"),
            OfferOperation.unreserve(Resources.parse("cpus(+r@alice{k=1}):1")),
            launch("t", "cpus(+r@alice{k=2}):1;cpus:1")));

    assertThat(layout())
        .isEqualTo("cpus:2;cpus(+r@alice{k=1}):1;cpus(+r@alice{k=2}):1;memory:4096");
    assertThat(cluster.toldTo("fw", OperationUpdate.class))
        .extracting(OperationUpdate::operation, OperationUpdate::state)
        .containsExactly(
            Tuple.tuple("too much", OperationUpdate.State.ERROR),
            Tuple.tuple("without the label", OperationUpdate.State.ERROR));
    assertThat(cluster.launchOf("fw", "t").resources().toString())
        .isEqualTo("cpus:1;cpus(+r@alice{k=2}):1");
  }

  @Test
  void shouldLetLaterOperationsUseWhatEarlierOnesMade() {
    cluster.given(alice.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());

    cluster.given(
        alice.accept(
            cluster.offersTo("fw"),
            0L,
            OfferOperation.reserve(Resources.parse("cpus(+r@alice):4")),
            launch("early", "cpus:1"),
            OfferOperation.unreserve(Resources.parse("cpus(+r@alice):2")),
            launch("late", "cpus:2"),
            launch("own", "cpus(+r@alice):1;memory:64")));

    assertThat(last("early").state()).isEqualTo(TaskState.ERROR);
    assertThat(cluster.launchOf("fw", "late").resources().toString()).isEqualTo("cpus:2");
    assertThat(cluster.launchOf("fw", "own").resources().toString())
        .isEqualTo("cpus(+r@alice):1;memory:64");
  }

  @Test
  void shouldGoOnAfterAnOperationThatFails() {
    cluster.given(alice.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());

    cluster.given(
        alice.accept(
            cluster.offersTo("fw"),
            0L,
            OfferOperation.reserve(Resources.parse("cpus(+r@alice):5")),
            launch("depends", "cpus(+r@alice):1"),
            launch("independent", "cpus:4")));

    assertThat(last("depends").state()).isEqualTo(TaskState.ERROR);
    assertThat(cluster.launchOf("fw", "independent").resources().toString()).isEqualTo("cpus:4");
  }

  @Test
  void shouldSayOfEachOperationThatItMakesNoSense() { // case 119
    cluster.given(alice.subscribe(), agent("n1").resources("cpus:4").register());

    cluster.given(
        alice.accept(
            cluster.offersTo("fw"),
            0L,
            OfferOperation.reserve(Resources.EMPTY),
            OfferOperation.unreserve(Resources.EMPTY),
            OfferOperation.reserve(Resources.parse("cpus(x):1")),
            OfferOperation.reserve(Resources.parse("cpus(+r@alice):1;ports(+r@alice):[1-2]")),
            OfferOperation.reserve(Resources.parse("cpus(+r@alice):1;disk:1")),
            OfferOperation.unreserve(Resources.parse("cpus:1"))));

    assertThat(cluster.toldTo("fw", CallRefused.class))
        .extracting(CallRefused::call)
        .containsExactly("RESERVE", "UNRESERVE", "RESERVE", "RESERVE", "RESERVE", "UNRESERVE");
    assertThat(layout()).isEqualTo("cpus:4");
  }

  @Test
  void shouldGiveQuotaBackWithAnAgentThatIsGone() {
    cluster.given(
        agent("n1").resources("cpus(r):4").register(), agent("n2").resources("cpus:4").register());
    cluster.given(limit("r", "cpus:4"), alice.subscribe());
    assertThat(offered("fw")).containsExactly("n1 cpus(r):4");

    cluster.given(new MarkAgentGone(N1));

    assertThat(offered("fw")).containsExactly("n2 cpus:4");
  }

  @Test
  void shouldRefineInTheRoleOfTheOfferOnly() {
    Framework deep =
        framework("fw", "eng/a/x").principal("alice").can(Capability.RESERVATION_REFINEMENT);
    cluster.given(deep.subscribe(), agent("n1").resources("cpus(eng):4;memory(eng):64").register());

    cluster.given(
        deep.accept(
            cluster.offersTo("fw"),
            0L,
            reserve("cpus(eng,+eng/a@alice):1", "between"),
            reserve("cpus(eng,+eng/a/x@alice):2", "own"),
            launch("t", "cpus(eng,+eng/a/x@alice):2;memory(eng):64")));

    assertThat(cluster.toldTo("fw", OperationUpdate.class))
        .extracting(OperationUpdate::operation, OperationUpdate::state)
        .containsExactly(
            Tuple.tuple("between", OperationUpdate.State.ERROR),
            Tuple.tuple("own", OperationUpdate.State.FINISHED));
    cluster.failOver();
    cluster.given(Jobs.job("j").role("eng/a").resources("cpus:2").submit());
    assertThat(cluster.launchOf("j").resources().toString()).isEqualTo("cpus(eng):2");
    assertThat(cluster.state().consumedBy("eng").get("cpus")).isEqualTo(4_000);
  }

  private TaskUpdate last(String task) {
    return cluster.updatesOf("fw", task).getLast();
  }

  private String layout() {
    return cluster.agent("n1").resources().toString();
  }

  private List<String> offered(String framework) {
    return cluster.offersTo(framework).stream()
        .map(offer -> offer.agent() + " " + offer.resources())
        .sorted()
        .toList();
  }

  private static ReserveResources reserve(String resources) {
    return new ReserveResources(N1, Resources.parse(resources));
  }

  private static UnreserveResources unreserve(String resources) {
    return new UnreserveResources(N1, Resources.parse(resources));
  }

  private static OfferOperation reserve(String resources, String id) {
    return new OfferOperation(OfferOperation.Type.RESERVE, null, Resources.parse(resources), id);
  }

  private static OfferOperation unreserve(String resources, String id) {
    return new OfferOperation(OfferOperation.Type.UNRESERVE, null, Resources.parse(resources), id);
  }

  private static SetQuota limit(String role, String amounts) {
    return new SetQuota(List.of(new RoleQuota(role, Quantities.parse(amounts), null)), null);
  }
}
