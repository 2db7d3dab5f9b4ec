package dev.bourse.core.frameworks;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Framework.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Jobs;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.TestSettings;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.framework.AttributeConstraint;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.OperationUpdate;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Offers are used once, by whom they were made to, and end in one way. */
class OfferStoriesTest {

  private static final long TICK = SchedulingSettings.DEFAULT.allocationIntervalMillis();

  private final ClusterFixture cluster = new ClusterFixture();
  private final Framework fw = framework("fw", "r").failoverTimeout(60_000);

  private ResourceOffer offer() {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    return cluster.offersTo("fw").getFirst();
  }

  @Test
  void shouldLaunchAndGiveTheRestBack() {
    ResourceOffer offer = offer();

    cluster.given(
        fw.accept(offer, launch("t1", "cpus:1;memory:64"), launch("t2", "cpus:2;memory:64")));

    LaunchTask launch = cluster.launchOf("fw", "t1");
    assertThat(launch.job()).isNull();
    assertThat(launch.framework()).isEqualTo(fw.id());
    assertThat(launch.resources().toString()).isEqualTo("cpus:1;memory:64");
    assertThat(cluster.toldTo("fw", OfferEnded.class))
        .extracting(OfferEnded::how)
        .containsExactly(OfferEnded.How.ACCEPTED);
    assertThat(cluster.offersTo("fw")).isEmpty();
    cluster.afterAll(Duration.ofSeconds(5));
    assertThat(cluster.offersTo("fw"))
        .extracting(left -> left.resources().toString())
        .containsExactly("cpus:1;memory:3968");
  }

  @Test
  void shouldUseSeveralOffersOfAnAgentTogether() {
    ResourceOffer first = offer();
    cluster.given(fw.accept(first, launch("t1", "cpus:2;memory:64")));
    cluster.afterAll(Duration.ofSeconds(5));
    cluster.given(Reports.of(cluster.launchOf("fw", "t1")).finished());
    cluster.given(fw.acknowledge(cluster.updatesOf("fw", "t1").getLast()));
    List<ResourceOffer> both = cluster.offersTo("fw");
    assertThat(both).hasSize(2);

    cluster.given(fw.accept(both, launch("t2", "cpus:4;memory:4096")));

    assertThat(cluster.launchOf("fw", "t2").resources().toString()).isEqualTo("cpus:4;memory:4096");
  }

  @Test
  void shouldRememberEachPartOfAnAgentThatWasDeclined() {
    ResourceOffer first = offer();
    cluster.given(fw.accept(first, launch("t1", "cpus:2;memory:64")));
    cluster.afterAll(Duration.ofSeconds(5));
    cluster.given(Reports.of(cluster.launchOf("fw", "t1")).finished());
    cluster.given(fw.acknowledge(cluster.updatesOf("fw", "t1").getLast()));
    List<ResourceOffer> parts = cluster.offersTo("fw");
    assertThat(parts).hasSize(2);

    Framework other = framework("other", "r");
    cluster.given(other.subscribe());
    parts.forEach(part -> cluster.given(fw.decline(List.of(part), 60_000L)));
    List<ResourceOffer> same = cluster.offersTo("other");

    cluster.given(other.decline(List.of(same.getFirst()), 60_000L));
    assertThat(cluster.offersTo("fw")).isEmpty();

    // Together they are more than each of them.
    cluster.given(other.decline(List.of(same.getLast()), 60_000L));
    List<ResourceOffer> whole = new ArrayList<>(cluster.offersTo("fw"));
    whole.addAll(cluster.offersTo("other"));
    assertThat(whole)
        .extracting(offer -> offer.resources().toString())
        .containsExactly("cpus:4;memory:4096");
  }

  @Test
  void shouldRefuseAnOfferThatWasUsed() {
    ResourceOffer offer = offer();
    cluster.given(fw.accept(offer, launch("t1", "cpus:1;memory:64")));

    cluster
        .when(fw.accept(offer, launch("t2", "cpus:1;memory:64")))
        .thenRejected("offers", "1", "used or taken back");

    TaskUpdate update = cluster.updatesOf("fw", "t2").getFirst();
    assertThat(update.state()).isEqualTo(TaskState.DROPPED);
    assertThat(update.reason()).isEqualTo(Reason.INVALID_OFFERS);
    assertThat(update.update()).isNull();
    assertThat(cluster.toldTo("fw", CallRefused.class))
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.call()).isEqualTo("AcceptOffers");
              assertThat(refused.throttled()).isFalse();
            });
  }

  @Test
  void shouldTellOneThatDoesNotKnowDroppedThatItIsLost() {
    ResourceOffer offer = offer();
    Framework old = framework("old", "r").cannot(Capability.PARTITION_AWARE);
    cluster.given(old.subscribe());

    cluster
        .when(old.accept(offer, launch("t", "cpus:1")))
        .thenRejected("offers", "another framework's");

    assertThat(cluster.updatesOf("old", "t").getFirst().state()).isEqualTo(TaskState.LOST);
    assertThat(cluster.offersTo("fw")).containsExactly(offer);
  }

  @Test
  void shouldRefuseOffersOfTwoAgentsAndGiveThemBack() {
    offer();
    cluster.given(agent("n2").resources("cpus:4;memory:4096").register());
    List<ResourceOffer> both = cluster.offersTo("fw");

    cluster
        .when(fw.accept(both, launch("t", "cpus:1")))
        .thenRejected("offers", "'n1'", "'n2'", "must be of one");

    assertThat(cluster.toldTo("fw", OfferEnded.class))
        .extracting(OfferEnded::how)
        .containsExactly(OfferEnded.How.DECLINED, OfferEnded.How.DECLINED);
  }

  @Test
  void shouldRefuseTheSameOfferTwiceInACall() {
    ResourceOffer offer = offer();

    cluster
        .when(fw.accept(List.of(offer, offer), launch("t", "cpus:1")))
        .thenRejected("offers", "twice");
  }

  @Test
  void shouldTakeBackWhatNobodyAnswers() {
    offer();
    cluster.given(framework("other", "s").subscribe());

    cluster.afterAll(Duration.ofSeconds(30));

    assertThat(cluster.toldTo("fw", OfferEnded.class))
        .extracting(OfferEnded::how)
        .containsExactly(OfferEnded.How.EXPIRED);
    assertThat(cluster.offersTo("other")).hasSize(1);
    assertThat(cluster.offersTo("fw")).isEmpty();
  }

  @Test
  void shouldTakeOffersBackWithTheAgent() {
    offer();

    cluster.given(new MarkAgentUnreachable(new AgentId("n1"), 1, 30_000));

    assertThat(cluster.toldTo("fw", OfferEnded.class))
        .extracting(OfferEnded::how, OfferEnded::reason)
        .containsExactly(Tuple.tuple(OfferEnded.How.RESCINDED, "the agent has not been heard of"));
  }

  @Test
  void shouldTakeOffersBackFromTheSessionBefore() {
    ResourceOffer offer = offer();

    cluster.given(framework("fw", "r").failoverTimeout(60_000).session("s2").subscribe());

    assertThat(cluster.toldTo("fw", SessionEnded.class))
        .extracting(SessionEnded::session, SessionEnded::cause)
        .containsExactly(Tuple.tuple("s1", SessionEnded.Cause.REPLACED));
    assertThat(cluster.offersTo("fw"))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.session()).isEqualTo("s2");
              assertThat(again.offer()).isNotEqualTo(offer.offer());
            });
    cluster.when(fw.accept(offer, launch("t", "cpus:1"))).thenRejected("session", "'s1'");
  }

  @Test
  void shouldForgetADeclineOfAnOfferThatIsOver() {
    ResourceOffer offer = offer();
    cluster.given(fw.decline(List.of(offer), 0L));

    cluster.when(fw.decline(List.of(offer), 0L)).thenApplied();

    cluster.given(framework("other", "s").subscribe());
    cluster.afterAll(Duration.ofMillis(TICK));
    List<ResourceOffer> others = cluster.offersTo("other");
    cluster.when(fw.decline(others, 0L)).thenRejected("another framework's");
  }

  @Test
  void shouldReserveLaunchAndUnreserveInOrder() {
    Framework owner = framework("owner", "eng").principal("alice");
    cluster.given(owner.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());

    cluster.given(
        owner.accept(
            cluster.offersTo("owner"),
            0L,
            OfferOperation.reserve(Resources.parse("cpus(+eng@alice):3")),
            launch("t", "cpus(+eng@alice):2;memory:64"),
            OfferOperation.unreserve(Resources.parse("cpus(+eng@alice):1"))));

    assertThat(cluster.agent("n1").resources().toString())
        .isEqualTo("cpus:2;cpus(+eng@alice):2;memory:4096");
    assertThat(cluster.launchOf("owner", "t").resources().toString())
        .isEqualTo("cpus(+eng@alice):2;memory:64");
    cluster.given(Reports.of(cluster.launchOf("owner", "t")).finished());
    cluster.given(framework("other", "sales").subscribe(), owner.suppress());
    cluster.afterAll(Duration.ofMillis(TICK));
    cluster.given(owner.decline(cluster.offersTo("owner"), 0L));
    assertThat(cluster.offersTo("other"))
        .allSatisfy(offer -> assertThat(offer.resources().reserved().isEmpty()).isTrue());
  }

  @Test
  void shouldRefuseReservationsThatAreNotItsOwn() { // case 119
    Framework owner = framework("owner", "eng").principal("alice");
    cluster.given(
        owner.subscribe(), agent("n1").resources("cpus:4;memory:1024;cpus(eng):1").register());

    assertProblem(owner, OfferOperation.Type.RESERVE, "cpus(+eng@bob):1", "principal", "bob");
    assertProblem(owner, OfferOperation.Type.RESERVE, "cpus(+sales@alice):1", "for 'eng'");
    assertProblem(owner, OfferOperation.Type.RESERVE, "cpus(+eng@alice):9", "must be there");
    assertProblem(owner, OfferOperation.Type.UNRESERVE, "cpus(eng):1", "reserved dynamically");
    assertProblem(owner, OfferOperation.Type.UNRESERVE, "cpus(+eng@alice):1", "must be there");
  }

  private void assertProblem(
      Framework owner, OfferOperation.Type type, String resources, String... words) {
    cluster.afterAll(Duration.ofMillis(TICK));
    cluster.given(
        owner.accept(
            cluster.offersTo("owner"),
            0L,
            new OfferOperation(type, null, Resources.parse(resources), "op-" + resources)));
    OperationUpdate last = cluster.toldTo("owner", OperationUpdate.class).getLast();
    assertThat(last.operation()).isEqualTo("op-" + resources);
    assertThat(last.state()).isEqualTo(OperationUpdate.State.ERROR);
    assertThat(last.message()).contains(words);
  }

  @Test
  void shouldRefineAReservationOnlyWhenItCan() {
    Framework plain = framework("plain", "eng/a");
    cluster.given(plain.subscribe(), agent("n1").resources("cpus(eng):2;memory:64").register());
    cluster.given(
        plain.accept(
            cluster.offersTo("plain"),
            0L,
            new OfferOperation(
                OfferOperation.Type.RESERVE, null, Resources.parse("cpus(eng,+eng/a):1"), "op")));
    assertThat(cluster.toldTo("plain", OperationUpdate.class).getLast().message())
        .contains("RESERVATION_REFINEMENT");

    cluster.given(framework("plain", "eng/a").can(Capability.RESERVATION_REFINEMENT).update());
    cluster.afterAll(Duration.ofMillis(TICK));
    cluster.given(
        plain.accept(
            cluster.offersTo("plain"),
            0L,
            new OfferOperation(
                OfferOperation.Type.RESERVE, null, Resources.parse("cpus(eng,+eng/a):1"), "op")));

    assertThat(cluster.toldTo("plain", OperationUpdate.class).getLast().state())
        .isEqualTo(OperationUpdate.State.FINISHED);
    assertThat(cluster.agent("n1").resources().toString())
        .isEqualTo("cpus(eng):1;cpus(eng,+eng/a):1;memory:64");
  }

  @Test
  void shouldShowTheSameToOptimisticFrameworksAndGiveItToTheFirst() {
    Framework one = framework("one", "r").can(Capability.OPTIMISTIC_OFFERS);
    Framework two = framework("two", "s").can(Capability.OPTIMISTIC_OFFERS);
    cluster.given(
        one.subscribe(), two.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    ResourceOffer first = cluster.offersTo("one").getFirst();
    ResourceOffer second = cluster.offersTo("two").getFirst();
    assertThat(first.resources()).isEqualTo(second.resources());
    assertThat(first.optimistic()).isTrue();

    cluster.given(two.accept(second, launch("t", "cpus:3;memory:64")));
    cluster
        .when(one.accept(first, launch("t", "cpus:2;memory:64")))
        .thenRejected("others were first", "cpus:2");

    assertThat(cluster.updatesOf("one", "t").getFirst().state()).isEqualTo(TaskState.DROPPED);
    assertThat(cluster.toldTo("one", OfferEnded.class))
        .extracting(OfferEnded::how)
        .containsExactly(OfferEnded.How.CONFLICT);
    assertThat(cluster.offersTo("one"))
        .extracting(offer -> offer.resources().toString())
        .containsExactly("cpus:1;memory:4032");
  }

  @Test
  void shouldCountWhatIsLeftByATaskThatIsNotValid() {
    Framework one = framework("one", "r").can(Capability.OPTIMISTIC_OFFERS);
    Framework two = framework("two", "s").can(Capability.OPTIMISTIC_OFFERS);
    cluster.given(
        one.subscribe(), two.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    ResourceOffer first = cluster.offersTo("one").getFirst();
    cluster.given(two.accept(cluster.offersTo("two").getFirst(), launch("t", "cpus:2;memory:64")));
    TaskInfo nothing =
        new TaskInfo(
            "idle", Resources.parse("cpus:1"), null, null, null, null, null, null, null, null);

    // Without the first, which has no command, the second asks for all that was shown.
    cluster
        .when(
            one.accept(
                first, OfferOperation.launch(List.of(nothing)), launch("all", "cpus:4;memory:64")))
        .thenRejected("others were first", "cpus:4");

    assertThat(cluster.state().tasks()).hasSize(1);
  }

  @Test
  void shouldGiveBothWhatFitsTogether() {
    Framework one = framework("one", "r").can(Capability.OPTIMISTIC_OFFERS);
    Framework two = framework("two", "s").can(Capability.OPTIMISTIC_OFFERS);
    cluster.given(
        one.subscribe(), two.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    ResourceOffer first = cluster.offersTo("one").getFirst();
    ResourceOffer second = cluster.offersTo("two").getFirst();

    cluster.given(
        two.accept(second, launch("t", "cpus:2;memory:64")),
        one.accept(first, launch("t", "cpus:2;memory:64")));

    assertThat(cluster.state().tasks()).hasSize(2);
    assertThat(cluster.state().free(new AgentId("n1")).toString()).isEqualTo("memory:3968");
  }

  @Test
  void shouldOfferOnlyWhatAFrameworkCanHandle() {
    cluster.given(
        framework("plain", "r").subscribe(),
        agent("gpu").resources("cpus:1;memory:64;gpus:1").register());
    assertThat(cluster.offersTo("plain")).isEmpty();

    cluster.given(framework("able", "s").can(Capability.GPU_RESOURCES).subscribe());

    assertThat(cluster.offersTo("able")).hasSize(1);
  }

  @Test
  void shouldOfferOtherRegionsOnlyToWhoIsAware() {
    ClusterFixture here =
        new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.region("here")));
    here.given(
        framework("plain", "r").subscribe(),
        agent("far").region("there").resources("cpus:1;memory:64").register(),
        Jobs.job("j").resources("cpus:1").submit());
    assertThat(here.offersTo("plain")).isEmpty();
    assertThat(here.job("j").attempts()).isZero();

    here.given(framework("aware", "s").can(Capability.REGION_AWARE).subscribe());

    assertThat(here.offersTo("aware")).hasSize(1);
  }

  @Test
  void shouldMeetTheConstraintsOfARole() {
    AttributeConstraint rack =
        new AttributeConstraint("rack", AttributeConstraint.Predicate.EQUALS, "r1");
    AttributeConstraint host =
        new AttributeConstraint("@hostname", AttributeConstraint.Predicate.MATCHES, "n[0-3].*");
    RoleInfo either = new RoleInfo("r", null, null, List.of(List.of(rack), List.of(host)));
    cluster.given(
        framework("fw").in(either).subscribe(),
        agent("n2").resources("cpus:1;memory:64").register(),
        agent("n8").attributes("rack:r1").resources("cpus:1;memory:64").register(),
        agent("n9").attributes("rack:r2").resources("cpus:1;memory:64").register());

    assertThat(cluster.offersTo("fw"))
        .extracting(offer -> offer.agent().value())
        .containsExactlyInAnyOrder("n2", "n8");
  }

  @Test
  void shouldShareHalfAndHalfWithTheJobService() {
    for (int i = 0; i < 40; i++) {
      cluster.given(Jobs.job("j" + i).role("jobs").resources("cpus:1").submit());
    }
    cluster.given(framework("fw", "mine").subscribe());
    for (int i = 0; i < 10; i++) {
      cluster.given(agent("n" + i).resources("cpus:4").register());
    }

    long mine = cluster.state().usedBy("mine").get("cpus");
    assertThat(mine).isBetween(18_000L, 22_000L);
    assertThat(cluster.state().usedBy("jobs").get("cpus")).isEqualTo(40_000 - mine);
  }

  @Test
  void shouldThrottleWhoCallsTooFast() {
    ClusterFixture strict =
        new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.calls(1, 3)));
    strict.given(fw.subscribe(), fw.revive(), fw.revive(), fw.revive());

    strict.when(fw.revive()).thenRejected("calls", "each second");

    assertThat(strict.toldTo("fw", CallRefused.class))
        .singleElement()
        .satisfies(refused -> assertThat(refused.throttled()).isTrue());
    strict.after(Duration.ofSeconds(1));
    strict.when(fw.revive()).thenApplied();
    strict.given(framework("other", "s").subscribe());
  }

  @Test
  void shouldTakeAnAnswerToAnOfferHoweverManyCallsThereAre() {
    ClusterFixture strict =
        new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.calls(1, 1)));
    strict.given(fw.subscribe(), agent("n1").register(), agent("n2").register());
    List<ResourceOffer> offers = strict.offersTo("fw");
    strict.given(fw.revive());
    strict.when(fw.revive()).thenRejected("calls", "each second");

    strict.when(fw.decline(List.of(offers.getFirst()), null)).thenApplied();
    strict.when(fw.accept(offers.getLast(), launch("t", "cpus:1"))).thenApplied();

    assertThat(strict.frameworkTask("fw", "t").state()).isEqualTo(TaskState.STAGING);
  }

  @Test
  void shouldAnswerForTheTasksOfAnAcceptThatComesTooFast() {
    ClusterFixture strict =
        new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.calls(1, 1)));
    strict.given(fw.subscribe(), agent("n1").register());
    List<ResourceOffer> offers = strict.offersTo("fw");
    strict.given(fw.decline(offers, null));

    strict.when(fw.decline(offers, null)).thenRejected("calls", "each second");
    strict.when(fw.accept(offers, launch("t", "cpus:1"))).thenRejected("calls", "each second");

    assertThat(strict.toldTo("fw", CallRefused.class)).allMatch(CallRefused::throttled);
    assertThat(strict.updatesOf("fw", "t"))
        .singleElement()
        .satisfies(update -> assertThat(update.state()).isEqualTo(TaskState.DROPPED));
  }
}
