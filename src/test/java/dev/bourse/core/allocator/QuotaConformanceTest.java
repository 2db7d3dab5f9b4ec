package dev.bourse.core.allocator;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.TestSettings;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Quota and reservations, as hierarchical_allocator_tests.cpp of Mesos has them, and on nested
 * roles, where Mesos never had them. "quota" sets guarantee and limit alike.
 */
class QuotaConformanceTest {

  private static final long TICK = SchedulingSettings.DEFAULT.allocationIntervalMillis();
  private static final long LONG = 1_000_000L;

  private final ClusterFixture cluster =
      new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.offerTimeout(0)));

  @Test
  void shouldKeepWhatIsGuaranteedWhileItIsDeclined() { // case 78
    Framework fw1 = framework("fw1", "q");
    cluster.given(quota("q", "cpus:2;memory:1024"), fw1.subscribe());
    cluster.given(framework("fw2", "other").subscribe());
    cluster.given(
        agent("ag1").resources("cpus:1;memory:512").register(),
        agent("ag2").resources("cpus:1;memory:512").register());
    assertThat(offered("fw1")).containsExactly("ag1 cpus:1;memory:512", "ag2 cpus:1;memory:512");

    cluster.given(fw1.decline(of("fw1", "ag2"), 2 * TICK));
    cluster.afterAll(Duration.ofMillis(TICK));
    assertThat(offered("fw1")).containsExactly("ag1 cpus:1;memory:512");
    assertThat(offered("fw2")).isEmpty();

    cluster.afterAll(Duration.ofMillis(TICK));
    assertThat(offered("fw1")).hasSize(2);
  }

  @Test
  void shouldOfferNothingAboveALimitOfNothing() { // case 79
    cluster.given(limit("*", "cpus:0;memory:0;disk:0"), framework("fw1", "*").subscribe());
    cluster.given(agent("ag1").resources("cpus:2;memory:1024;disk:1024").register());
    assertThat(offered("fw1")).isEmpty();

    cluster.given(framework("fw2", "other").subscribe());
    assertThat(offered("fw2")).containsExactly("ag1 cpus:2;disk:1024;memory:1024");
  }

  @Test
  void shouldCutOffersToTheLimit() { // case 80
    cluster.given(limit("*", "cpus:0;memory:0;disk:0"), framework("fw1", "*").subscribe());
    cluster.given(agent("ag1").resources("cpus:2;memory:1024;disk:1024").register());
    cluster.given(framework("fw2", "other").subscribe());
    cluster.given(limit("*", "cpus:1;memory:512;disk:512"));

    cluster.given(agent("ag2").resources("cpus:2;memory:1024;disk:1024").register());

    assertThat(offered("fw1")).containsExactly("ag2 cpus:1;disk:512;memory:512");
    assertThat(offered("fw2"))
        .containsExactly("ag1 cpus:2;disk:1024;memory:1024", "ag2 cpus:1;disk:512;memory:512");
  }

  @Test
  void shouldShareAGuaranteeInsideTheRole() { // case 81
    Framework a = framework("fw1a", "q");
    cluster.given(quota("q", "cpus:4;memory:2048"), a.subscribe());
    cluster.given(framework("fw1b", "q").subscribe());

    cluster.given(agent("ag1").resources("cpus:1;memory:1024").register());
    assertThat(offered("fw1a")).hasSize(1);
    cluster.given(agent("ag2").resources("cpus:2;memory:1024").register());
    assertThat(offered("fw1b")).hasSize(1);
    cluster.given(agent("ag3").resources("cpus:1;memory:1024").register());
    assertThat(offered("fw1a")).containsExactly("ag1 cpus:1;memory:1024", "ag3 cpus:1");

    cluster.given(a.decline(of("fw1a", "ag3"), LONG));
    assertThat(offered("fw1b")).containsExactly("ag2 cpus:2;memory:1024", "ag3 cpus:1");
  }

  @Test
  void shouldLetOthersHaveWhatIsNotGuaranteed() { // case 86
    cluster.given(quota("q", "cpus:0.25;memory:128"), framework("fw1", "q").subscribe());
    cluster.given(framework("fw2", "other").subscribe());

    cluster.given(agent("ag1").resources("cpus:1;memory:512").register());
    assertThat(offered("fw1")).containsExactly("ag1 cpus:0.25;memory:128");
    assertThat(offered("fw2")).containsExactly("ag1 cpus:0.75;memory:384");

    cluster.given(agent("ag2").resources("cpus:1;memory:512").register());
    assertThat(offered("fw2")).containsExactly("ag1 cpus:0.75;memory:384", "ag2 cpus:1;memory:512");
  }

  @Test
  void shouldNotHoldBackFromOneGuaranteeForAnother() { // case 88
    cluster.given(quota("q1", "cpus:1;memory:1024"));
    cluster.given(quota("q2", "cpus:2;memory:2048"), framework("fw2", "q2").subscribe());

    cluster.given(agent("ag1").resources("cpus:2;memory:2048").register());

    assertThat(offered("fw2")).containsExactly("ag1 cpus:2;memory:2048");
  }

  @Test
  void shouldKeepReservationsAndGuaranteesApart() { // case 91
    Framework fw1 = framework("fw1", "q");
    Framework fw2 = framework("fw2", "n");
    cluster.given(
        quota("q", "cpus:4;memory:512"),
        fw1.subscribe(),
        fw2.subscribe(),
        agent("ag1").resources("cpus:4;memory:512").register(),
        agent("ag2").resources("cpus(n):4;memory(n):512").register());
    assertThat(offered("fw1")).containsExactly("ag1 cpus:4;memory:512");
    assertThat(offered("fw2")).containsExactly("ag2 cpus(n):4;memory(n):512");

    cluster.given(fw1.decline(of("fw1", "ag1"), LONG), fw2.decline(of("fw2", "ag2"), LONG));
    cluster.afterAll(Duration.ofMillis(10 * TICK));

    assertThat(offered("fw1")).isEmpty();
    assertThat(offered("fw2")).isEmpty();
  }

  @Test
  void shouldCountReservationsBelowARoleAsItsOwn() { // case 94
    cluster.given(quota("a", "cpus:2;memory:200"), framework("fw1", "a").subscribe());
    cluster.given(agent("ag1").resources("cpus(a/b):1;memory(a/b):100").register());

    cluster.given(agent("ag2").resources("cpus:10;memory:1000").register());

    assertThat(offered("fw1")).containsExactly("ag2 cpus:1;memory:100");
  }

  @Test
  void shouldRefuseToGuaranteeMoreThanThereIs() { // case 96
    cluster.given(agent("ag1").resources("cpus:4;memory:4096").register());

    cluster.when(unforced("q", "cpus:5")).thenRejected("guarantee", "cpus:5", "cpus:4", "force");
    cluster.given(quota("q", "cpus:5"), framework("fw2", "other").subscribe());

    assertThat(offered("fw2")).containsExactly("ag1 memory:4096");
  }

  @Test
  void shouldNotGuaranteeWhatIsReservedForOthers() { // case 96
    cluster.given(agent("ag1").resources("cpus:4;cpus(x):4;cpus(q/a):1").register());

    cluster.when(unforced("q", "cpus:6")).thenRejected("guarantee", "cpus:6", "cpus:5", "force");
    cluster.given(unforced("q", "cpus:5"));
    cluster.when(unforced("x", "cpus:5")).thenRejected("together they are 'cpus:10'", "cpus:9");
    cluster.given(unforced("x", "cpus:4"));
  }

  @Test
  void shouldRefuseALimitBelowWhatIsHeldUnlessForced() { // case 97
    Framework fw = framework("fw1", "q");
    cluster.given(fw.subscribe(), agent("ag1").resources("cpus:4;memory:4096").register());
    cluster.given(fw.accept(cluster.offersTo("fw1"), 0L, Framework.launch("t", "cpus:2")));
    cluster.afterAll(Duration.ofMillis(TICK));
    assertThat(offered("fw1")).containsExactly("ag1 cpus:2;memory:4096");

    cluster.when(limit("q", "cpus:1")).thenRejected("limit", "'q'", "cpus:1", "cpus:2", "force");
    cluster.given(forced(new RoleQuota("q", Quantities.parse("cpus:1"), null)));

    assertThat(cluster.state().task(new TaskId("fw1~t")).killReason()).isNull();
    assertThat(cluster.toldTo("fw1", OfferEnded.class))
        .extracting(OfferEnded::how)
        .contains(OfferEnded.How.RESCINDED);
    assertThat(offered("fw1")).containsExactly("ag1 memory:4096");

    cluster.given(Reports.of(cluster.launchOf("fw1", "t")).finished());
    cluster.given(fw.decline(cluster.offersTo("fw1"), 0L));
    cluster.afterAll(Duration.ofMillis(TICK));
    assertThat(offered("fw1")).containsExactly("ag1 cpus:1;memory:4096");
  }

  @Test
  void shouldNotChargeOffersToTheLimitThatIsAskedFor() {
    Framework fw = framework("fw1", "q");
    cluster.given(fw.subscribe(), agent("ag1").resources("cpus:4;memory:4096").register());

    cluster.given(limit("q", "cpus:1"));

    assertThat(offered("fw1")).containsExactly("ag1 cpus:1;memory:4096");
  }

  @Test
  void shouldCountReservationsAlsoWhileTheyAreOffered() { // case 97
    cluster.given(framework("fw1", "q/a").subscribe());
    cluster.given(agent("ag1").resources("cpus(q):4;cpus:4;memory:64").register());
    assertThat(offered("fw1")).containsExactly("ag1 cpus:4;cpus(q):4;memory:64");

    cluster.when(limit("q", "cpus:3")).thenRejected("limit", "'q'", "cpus:3", "cpus:4");
    cluster.given(limit("q", "cpus:5"));

    assertThat(offered("fw1")).containsExactly("ag1 cpus:1;cpus(q):4;memory:64");
  }

  @Test
  void shouldNotTakeBackWhatALimitLeaves() { // as cases 80 and 97
    Framework fw1 = framework("fw1", "q/a");
    cluster.given(fw1.subscribe(), framework("fw2", "other").subscribe());
    cluster.given(
        agent("ag1").resources("cpus:4").register(), agent("ag2").resources("cpus:4").register());

    cluster.given(limit("q", "cpus:4"), limit("other", "cpus:9"), limit("q", "cpus:5"));
    assertThat(cluster.toldTo("fw1", OfferEnded.class)).isEmpty();
    assertThat(cluster.toldTo("fw2", OfferEnded.class)).isEmpty();

    cluster.failOver();
    cluster.given(limit("q", "cpus:1"));
    assertThat(cluster.toldTo("fw1", OfferEnded.class)).hasSize(1);
    assertThat(cluster.toldTo("fw2", OfferEnded.class)).isEmpty();
    assertThat(cpus("fw1")).isEqualTo(1_000);
  }

  @Test
  void shouldHoldEveryLimitOnTheWayUp() {
    cluster.given(limit("eng", "cpus:3"), limit("eng/a", "cpus:2"));
    cluster.given(framework("a", "eng/a").subscribe());
    cluster.given(agent("ag1").resources("cpus:10;memory:64").register());
    assertThat(cpus("a")).isEqualTo(2_000);

    cluster.failOver();
    cluster.given(framework("b", "eng/b").subscribe());
    assertThat(cluster.state().consumedBy("eng").get("cpus")).isEqualTo(3_000);
    assertThat(cpus("b")).isEqualTo(1_000);

    cluster.given(limit("eng/a", "cpus:1"), agent("ag2").resources("cpus:10").register());
    assertThat(cpus("a")).isEqualTo(1_000);
    assertThat(cpus("b")).isEqualTo(2_000);
  }

  @Test
  void shouldBePlainFairnessWithoutQuota() { // case 98
    Framework fw1 = framework("fw1", "q");
    cluster.given(quota("q", "cpus:4;memory:4096"), fw1.subscribe());
    cluster.given(framework("fw2", "other").subscribe());
    cluster.given(agent("ag1").resources("cpus:2;memory:2048").register());
    cluster.given(fw1.decline(cluster.offersTo("fw1"), LONG));
    assertThat(offered("fw2")).isEmpty();

    cluster.given(new SetQuota(List.of(new RoleQuota("q", null, null)), null));

    assertThat(offered("fw2")).containsExactly("ag1 cpus:2;memory:2048");
  }

  @Test
  void shouldLimitWhatIsBelowARoleTogether() {
    cluster.given(limit("eng", "cpus:3"));
    cluster.given(framework("fw1", "eng/a").subscribe(), framework("fw2", "eng/b").subscribe());
    cluster.given(
        agent("ag1").resources("cpus:2;memory:1024").register(),
        agent("ag2").resources("cpus:2;memory:1024").register());

    assertThat(cluster.state().consumedBy("eng").get("cpus")).isEqualTo(3_000);
    assertThat(cluster.offersTo("fw1").size() + cluster.offersTo("fw2").size()).isEqualTo(2);
  }

  @Test
  void shouldKeepWhatIsGuaranteedBelowARole() {
    cluster.given(
        forced(
            new RoleQuota("eng", null, Quantities.parse("cpus:3")),
            new RoleQuota("eng/a", null, Quantities.parse("cpus:2"))));
    cluster.given(framework("other", "sales").subscribe(), framework("b", "eng/b").subscribe());

    cluster.given(agent("ag1").resources("cpus:4;memory:4096").register());

    // One of the three may be had by eng/b, two stay for eng/a, and one is anybody's.
    assertThat(cpus("b") + cpus("other")).isEqualTo(2_000);
    cluster.given(framework("a", "eng/a").subscribe());
    assertThat(cpus("a")).isEqualTo(2_000);
  }

  @Test
  void shouldRefuseMoreBelowARoleThanItIsGuaranteed() {
    cluster.given(agent("ag1").resources("cpus:9;memory:4096").register());

    cluster
        .when(
            new SetQuota(
                List.of(
                    new RoleQuota("eng", null, Quantities.parse("cpus:1")),
                    new RoleQuota("eng/a", null, Quantities.parse("cpus:2"))),
                null))
        .thenRejected("guarantee", "'eng'", "cpus:1", "cpus:2");
    assertThat(cluster.state().roles()).isEmpty();
  }

  @Test
  void shouldNotChargeAReservationTwice() {
    cluster.given(limit("q", "cpus:2"), framework("fw1", "q").subscribe());

    cluster.given(agent("ag1").resources("cpus(q):2;cpus:2;memory:1024").register());

    assertThat(offered("fw1")).containsExactly("ag1 cpus(q):2;memory:1024");
  }

  private long cpus(String framework) {
    return cluster.offersTo(framework).stream()
        .mapToLong(offer -> offer.resources().scalar("cpus"))
        .sum();
  }

  private List<ResourceOffer> of(String framework, String agent) {
    return cluster.offersTo(framework).stream()
        .filter(offer -> offer.agent().value().equals(agent))
        .toList();
  }

  private List<String> offered(String framework) {
    return cluster.offersTo(framework).stream()
        .map(offer -> offer.agent() + " " + offer.resources())
        .sorted()
        .toList();
  }

  private static SetQuota quota(String role, String amounts) {
    Quantities both = Quantities.parse(amounts);
    return forced(new RoleQuota(role, both, both));
  }

  private static SetQuota unforced(String role, String amounts) {
    Quantities both = Quantities.parse(amounts);
    return new SetQuota(List.of(new RoleQuota(role, both, both)), null);
  }

  private static SetQuota limit(String role, String amounts) {
    return new SetQuota(List.of(new RoleQuota(role, Quantities.parse(amounts), null)), null);
  }

  private static SetQuota forced(RoleQuota... quotas) {
    return new SetQuota(List.of(quotas), true);
  }
}
