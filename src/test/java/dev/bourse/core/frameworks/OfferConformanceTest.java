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
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.framework.AttributeConstraint;
import dev.bourse.topics.framework.AttributeConstraint.Predicate;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.OperationUpdate;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * Variations of cases 61 to 69: what is declined, suppressed, constrained, and answered wrongly.
 */
class OfferConformanceTest {

  private static final long HOUR = 3_600_000;

  private final ClusterFixture cluster =
      new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.offerTimeout(0)));
  private final Framework fw = framework("fw", "r").failoverTimeout(60_000);

  @Test
  void shouldBoundForHowLongIsRefused() { // as case 61
    cluster.given(fw.subscribe(), agent("n1").register());
    assertRefused(-7L, 5_000);
    assertRefused(null, 5_000);
    assertRefused(0L, 1_000);
    assertRefused(999L, 1_000);
    assertRefused(1_001L, 1_001);
    assertRefused(Long.MAX_VALUE, 365L * 24 * HOUR);
  }

  private void assertRefused(Long wanted, long millis) {
    cluster.given(fw.decline(cluster.offersTo("fw"), wanted));
    assertThat(cluster.state().filters())
        .singleElement()
        .satisfies(filter -> assertThat(filter.until() - cluster.now()).isEqualTo(millis));
    cluster.given(fw.revive());
    assertThat(offered("fw")).hasSize(1);
  }

  @Test
  void shouldRememberARefusalInANewMaster() { // as case 61
    cluster.given(fw.subscribe(), agent("n1").register());
    cluster.given(fw.decline(cluster.offersTo("fw"), 7_000L));

    cluster.failOver();
    cluster.afterAll(Duration.ofMillis(6_999));
    assertThat(offered("fw")).isEmpty();

    cluster.afterAll(Duration.ofMillis(1));
    assertThat(offered("fw")).hasSize(1);
  }

  @Test
  void shouldNotForgetALongRefusalForAShortOneOfLess() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(fw.accept(cluster.offersTo("fw"), HOUR, launch("t", "cpus:1")));
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).finished());
    assertThat(offered("fw")).containsExactly("n1 cpus:4;memory:4096");

    cluster.given(fw.accept(cluster.offersTo("fw"), 2_000L, launch("u", "cpus:2")));
    cluster.afterAll(Duration.ofMinutes(59));
    assertThat(offered("fw")).isEmpty();

    cluster.afterAll(Duration.ofMinutes(1));
    assertThat(offered("fw")).containsExactly("n1 cpus:2;memory:4096");
  }

  @Test
  void shouldRefuseInOneRoleOnly() {
    Framework two = framework("two", "a", "b");
    cluster.given(two.subscribe(), agent("n1").register());
    ResourceOffer first = cluster.offersTo("two").getFirst();

    cluster.given(two.decline(List.of(first), HOUR));

    assertThat(cluster.offersTo("two"))
        .singleElement()
        .satisfies(second -> assertThat(second.role()).isNotEqualTo(first.role()));
    cluster.given(two.decline(cluster.offersTo("two"), HOUR), two.revive("b"));
    assertThat(cluster.offersTo("two")).extracting(ResourceOffer::role).containsExactly("b");
  }

  @Test
  void shouldForgetWhatWasRefusedInARoleThatIsLeft() {
    Framework two = framework("two", "a", "b");
    cluster.given(two.subscribe(), two.suppress("b"), agent("n1").register());
    cluster.given(two.decline(cluster.offersTo("two"), HOUR));

    cluster.given(framework("two", "b").update());
    assertThat(cluster.state().filters()).isEmpty();
    cluster.given(two.update());

    assertThat(cluster.offersTo("two")).extracting(ResourceOffer::role).containsExactly("a");
  }

  @Test
  void shouldDeclineAllThatAreItsOwn() {
    Framework other = framework("other", "s");
    cluster.given(fw.subscribe(), other.subscribe());
    for (int i = 0; i < 4; i++) {
      cluster.given(agent("n" + i).register());
    }
    List<ResourceOffer> own = cluster.offersTo("fw");
    ResourceOffer foreign = cluster.offersTo("other").getFirst();
    assertThat(own).hasSize(2);

    cluster
        .when(
            new DeclineOffers(
                fw.id(),
                "s1",
                List.of(own.get(0).offer(), 999L, foreign.offer(), own.get(1).offer()),
                HOUR))
        .thenRejected("offer " + foreign.offer(), "another framework's");

    assertThat(offered("fw")).isEmpty();
    assertThat(offered("other")).hasSize(4);
  }

  @Test
  void shouldGiveBackWhatItHasWhenOneOfItsOffersIsUnknown() {
    cluster.given(fw.subscribe(), agent("n1").register());
    for (int round = 0; round < 2; round++) {
      long known = cluster.offersTo("fw").getFirst().offer();
      List<Long> offers = round == 0 ? List.of(known, 999L) : List.of(999L, known);

      cluster
          .when(
              new AcceptOffers(
                  fw.id(),
                  "s1",
                  offers,
                  List.of(
                      new OfferOperation(
                          OfferOperation.Type.LAUNCH_GROUP,
                          List.of(task("t", "cpus:1"), task("u", "cpus:1")),
                          null,
                          "op1"),
                      new OfferOperation(
                          OfferOperation.Type.RESERVE, null, Resources.parse("cpus(+r):1"), "op2")),
                  null))
          .thenRejected("there is no offer 999");

      assertThat(List.of(last("t"), last("u")))
          .extracting(TaskUpdate::state, TaskUpdate::reason, TaskUpdate::update)
          .containsOnly(Tuple.tuple(TaskState.DROPPED, Reason.INVALID_OFFERS, null));
      assertThat(cluster.toldTo("fw", OperationUpdate.class).subList(2 * round, 2 * round + 2))
          .extracting(OperationUpdate::operation, OperationUpdate::state)
          .containsExactly(
              Tuple.tuple("op1", OperationUpdate.State.DROPPED),
              Tuple.tuple("op2", OperationUpdate.State.DROPPED));
      assertThat(cluster.state().tasks()).isEmpty();
      assertThat(offered("fw")).hasSize(1);
    }
  }

  @Test
  void shouldRefuseOffersForTwoRolesOfAnAgent() {
    Framework two = framework("two", "a", "b");
    cluster.given(limit("a", "cpus:1"), limit("b", "cpus:1"), two.subscribe());
    cluster.given(agent("n1").resources("cpus:2").register());
    List<ResourceOffer> both = cluster.offersTo("two");
    assertThat(both).hasSize(2);

    cluster.when(two.accept(both, launch("t", "cpus:2"))).thenRejected("roles 'a' and 'b'");

    assertThat(cluster.updatesOf("two", "t").getFirst().reason()).isEqualTo(Reason.INVALID_OFFERS);
  }

  @Test
  void shouldSuppressByWhatAFrameworkSaysOfItself() { // as case 69
    cluster.given(saying(true).subscribe(), agent("n1").register());
    assertThat(offered("fw")).isEmpty();

    cluster.given(saying(false).update());
    assertThat(offered("fw")).hasSize(1);

    cluster.given(saying(true).update());
    cluster.given(saying(true).decline(cluster.offersTo("fw"), 0L));
    cluster.afterAll(Duration.ofSeconds(5));
    assertThat(offered("fw")).isEmpty();

    cluster.failOver();
    cluster.given(saying(null).update());
    assertThat(offered("fw")).hasSize(1);
  }

  @Test
  void shouldStaySuppressedByACallUnlessItSaysOtherwise() { // as case 69
    cluster.given(fw.subscribe(), fw.suppress(), agent("n1").register());

    cluster.given(saying(null).update());
    assertThat(offered("fw")).isEmpty();

    cluster.given(saying(false).update());
    assertThat(offered("fw")).hasSize(1);
    cluster.given(fw.suppress(), framework("fw", "r").session("s2").subscribe());
    assertThat(offered("fw")).hasSize(1);
  }

  private static Framework saying(Boolean suppressed) {
    return framework("fw").in(new RoleInfo("r", suppressed, null, null));
  }

  @Test
  void shouldReviveAllRolesOrThoseThatAreNamed() { // as cases 68 and 69
    Framework two = framework("two", "a", "b");
    cluster.given(two.subscribe(), two.suppress(), agent("n1").register());
    assertThat(offered("two")).isEmpty();

    cluster.when(two.revive("a", "c")).thenRejected("'c'", "[a, b]");
    assertThat(offered("two")).isEmpty();
    cluster.failOver();
    cluster.given(two.revive("b"));
    assertThat(cluster.offersTo("two")).extracting(ResourceOffer::role).containsExactly("b");
  }

  @Test
  void shouldOfferAtOnceWhatWiderConstraintsLetIn() {
    RoleInfo zone = constrained(new AttributeConstraint("@zone", Predicate.NOT_EXISTS, null));
    RoleInfo rack = constrained(new AttributeConstraint("rack", Predicate.EQUALS, "r1"));
    cluster.given(
        framework("fw").in(rack).subscribe(),
        agent("n1").attributes("rack:r1").register(),
        agent("n2").attributes("rack:r2").register(),
        agent("n3").attributes("rack:3").register(),
        agent("n4").register());
    assertThat(agents()).containsExactly("n1", "n3");

    cluster.given(framework("fw").in(zone).update());

    assertThat(agents()).containsExactly("n1", "n2", "n3", "n4");
  }

  @Test
  void shouldGoByEachAlternativeOfAMinimum() { // as case 67
    RoleInfo role = new RoleInfo("r", null, "cpus:4;memory:1024|gpus:1", null);
    cluster.given(framework("fw").can(Capability.GPU_RESOURCES).in(role).subscribe());

    cluster.given(
        agent("n1").resources("cpus:4;memory:1023").register(),
        agent("n2").resources("cpus:4;memory:1024").register(),
        agent("n3").resources("gpus:1").register(),
        agent("n4").resources("cpus:3.999;memory:9999").register());

    assertThat(agents()).containsExactly("n2", "n3");
  }

  @Test
  void shouldBoundByTheQuotaWhatIsShownToSeveral() {
    Framework one = framework("one", "r").can(Capability.OPTIMISTIC_OFFERS);
    Framework two = framework("two", "r").can(Capability.OPTIMISTIC_OFFERS);
    cluster.given(limit("r", "cpus:3"), one.subscribe(), two.subscribe());
    cluster.given(agent("n1").resources("cpus:8;memory:4096").register());
    List<ResourceOffer> late = cluster.offersTo("two");
    cluster.given(one.accept(cluster.offersTo("one"), launch("t", "cpus:2;memory:64")));

    cluster.failOver();
    cluster.when(two.accept(late, launch("t", "cpus:2;memory:64"))).thenRejected("quota", "'r'");

    assertThat(offered("two")).containsExactly("n1 cpus:1;memory:4032");
  }

  private TaskUpdate last(String task) {
    return cluster.updatesOf("fw", task).getLast();
  }

  private List<String> offered(String framework) {
    return cluster.offersTo(framework).stream()
        .map(offer -> offer.agent() + " " + offer.resources())
        .sorted()
        .toList();
  }

  private List<String> agents() {
    return cluster.offersTo("fw").stream().map(offer -> offer.agent().value()).sorted().toList();
  }

  private static RoleInfo constrained(AttributeConstraint constraint) {
    return new RoleInfo("r", null, null, List.of(List.of(constraint)));
  }

  private static SetQuota limit(String role, String amounts) {
    return new SetQuota(List.of(new RoleQuota(role, Quantities.parse(amounts), null)), null);
  }
}
