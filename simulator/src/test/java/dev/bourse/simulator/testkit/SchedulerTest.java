package dev.bourse.simulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.sdk.Accept;
import dev.bourse.sdk.KafkaSchedulerDriver;
import dev.bourse.sdk.Scheduler;
import dev.bourse.sdk.SchedulerDriver;
import dev.bourse.simulator.agent.Behaviour;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.FrameworkState;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens to frameworks on the way between them and the master. */
class SchedulerTest {

  private static final FrameworkId ID = new FrameworkId("fw");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final FrameworkInfo PLAIN = TestScheduler.info("r", MINUTE.multipliedBy(10));
  private static final FrameworkInfo AWARE =
      TestScheduler.info("r", MINUTE.multipliedBy(10), Capability.PARTITION_AWARE);

  @Test
  void shouldAnswerAnAcceptOfAnOldOffer() {
    SimulatedCluster cluster = cluster(1, MINUTE);
    SimulatedScheduler<TestScheduler> plain = cluster.start(ID, PLAIN, TestScheduler::silent);
    cluster.advance(SOON);
    ResourceOffer offer = plain.get().offers.getFirst();

    cluster.advance(MINUTE);
    assertThat(plain.get().ended.getFirst().how()).isEqualTo(OfferEnded.How.EXPIRED);
    plain.driver().accept(Accept.of(offer).launch(TestScheduler.task("late")));
    cluster.advance(SOON);

    assertThat(plain.get().statesOf("late")).containsExactly(TaskState.LOST);
    assertThat(plain.get().updates.getFirst().reason()).isEqualTo(Reason.INVALID_OFFERS);
    assertThat(plain.get().refused).hasSize(1);
    plain.driver().update(AWARE);
    plain.driver().accept(Accept.of(offer).launch(TestScheduler.task("later")));
    cluster.advance(SOON);
    assertThat(plain.get().statesOf("later")).containsExactly(TaskState.DROPPED);
  }

  @Test
  void shouldGiveWhatTwoWereShownToTheFirst() {
    SimulatedCluster cluster = cluster(1, MINUTE);
    List<SimulatedScheduler<TestScheduler>> both =
        Stream.of("one", "two")
            .map(
                name ->
                    cluster.start(
                        new FrameworkId(name),
                        TestScheduler.info(
                            name, MINUTE, Capability.OPTIMISTIC_OFFERS, Capability.PARTITION_AWARE),
                        () -> TestScheduler.wanting(4)))
            .toList();
    both.forEach(scheduler -> scheduler.driver().suppress());
    cluster.advance(SOON);
    both.forEach(scheduler -> scheduler.driver().revive());
    cluster.advance(SOON);

    assertThat(both)
        .extracting(scheduler -> cluster.frameworkTasks(scheduler.id()).size())
        .containsExactlyInAnyOrder(0, 4);
    assertThat(both.stream().flatMap(scheduler -> scheduler.get().ended.stream()))
        .extracting(OfferEnded::how)
        .containsExactly(OfferEnded.How.CONFLICT);
    assertThat(
            both.stream()
                .flatMap(scheduler -> scheduler.get().updates.stream())
                .filter(update -> update.state() == TaskState.DROPPED))
        .hasSize(4);
  }

  @Test
  void shouldRescindOffersOfAnAgentThatIsLost() {
    SimulatedCluster cluster =
        SimulatedCluster.builder().agents(2).offerTimeout(MINUTE.multipliedBy(10)).build();
    SimulatedScheduler<TestScheduler> scheduler = cluster.start(ID, PLAIN, TestScheduler::silent);
    cluster.advance(SOON);

    cluster.agent("n1").losePower();
    cluster.advance(MINUTE);

    assertThat(scheduler.get().ended)
        .singleElement()
        .satisfies(ended -> assertThat(ended.how()).isEqualTo(OfferEnded.How.RESCINDED));
    assertThat(cluster.offers(ID))
        .singleElement()
        .satisfies(offer -> assertThat(offer.agent().value()).isEqualTo("n0"));
  }

  @Test
  void shouldTellWhoReturnsWhatIsKnown() {
    SimulatedCluster cluster =
        SimulatedCluster.builder()
            .agents(2)
            .commands(
                launch ->
                    Behaviour.succeedsAfter(
                        MINUTE.multipliedBy(launch.task().name().equals("t0") ? 2 : 60)))
            .build();
    Iterator<TestScheduler> lives =
        List.of(TestScheduler.wanting(3), TestScheduler.wanting(0)).iterator();
    SimulatedScheduler<TestScheduler> scheduler = cluster.start(ID, AWARE, lives::next);
    cluster.advance(MINUTE);
    scheduler.crash();
    cluster.advance(MINUTE.multipliedBy(3));
    assertThat(cluster.framework(ID).state()).isEqualTo(FrameworkState.DISCONNECTED);

    scheduler.start();
    scheduler.driver().reconcile(List.of(new TaskRef("t1", null), new TaskRef("never", null)));
    cluster.advance(SOON);

    TestScheduler back = scheduler.get();
    assertThat(back.statesOf("t0")).containsExactly(TaskState.FINISHED);
    assertThat(back.statesOf("t1")).containsOnly(TaskState.RUNNING);
    assertThat(back.statesOf("t2")).containsOnly(TaskState.RUNNING);
    assertThat(back.statesOf("never")).containsExactly(TaskState.UNKNOWN);
    assertThat(cluster.framework(ID).state()).isEqualTo(FrameworkState.CONNECTED);
  }

  @Test
  void shouldTellARepeatOnce() {
    SimulatedCluster cluster = cluster(1, MINUTE);
    SimulatedScheduler<TestScheduler> scheduler =
        cluster.start(
            ID,
            AWARE,
            KafkaSchedulerDriver.Options.DEFAULT.withManualAcknowledgement(),
            () -> TestScheduler.wanting(1));
    cluster.advance(MINUTE.multipliedBy(2));

    List<TaskUpdate> heard = scheduler.get().updates;
    assertThat(scheduler.told(TaskUpdate.class)).hasSizeGreaterThan(2);
    assertThat(heard).hasSize(1);
    while (heard.getLast().state() != TaskState.FINISHED) {
      scheduler.driver().acknowledge(heard.getLast());
      int before = heard.size();
      cluster.advanceUntil("the next", () -> heard.size() > before, MINUTE);
    }
    scheduler.driver().acknowledge(heard.getLast());
    cluster.advance(MINUTE);

    assertThat(heard).doesNotHaveDuplicates();
    assertThat(scheduler.get().statesOf("t0")).doesNotHaveDuplicates();
  }

  @Test
  void shouldKillItsTasksWhenItIsTornDown() {
    SimulatedCluster cluster = cluster(1, MINUTE.multipliedBy(60));
    SimulatedScheduler<TestScheduler> scheduler =
        cluster.start(ID, AWARE, () -> TestScheduler.wanting(2));
    cluster.advance(SOON);
    assertThat(cluster.agentOf(ID, "t1").isBusy()).isTrue();

    scheduler.driver().teardown();
    cluster.advance(SOON);

    assertThat(scheduler.isRunning()).isFalse();
    assertThat(scheduler.get().sessions)
        .extracting(SessionEnded::cause)
        .containsExactly(SessionEnded.Cause.REMOVED);
    assertThat(cluster.framework(ID).state()).isEqualTo(FrameworkState.REMOVED);
    assertThat(cluster.agent("n0").isBusy()).isFalse();
    assertThatThrownBy(() -> cluster.agentOf(ID, "t1")).hasMessageContaining("'t1' is on no agent");
  }

  @Test
  void shouldEndWhenAnOperatorWantsIt() {
    SimulatedCluster cluster = cluster(1, MINUTE.multipliedBy(60));
    SimulatedScheduler<TestScheduler> scheduler =
        cluster.start(ID, AWARE, () -> TestScheduler.wanting(2));
    cluster.advance(SOON);

    cluster.tearDown(ID);
    cluster.advance(SOON);

    assertThat(scheduler.isRunning()).isFalse();
    assertThat(cluster.agent("n0").isBusy()).isFalse();
  }

  @Test
  void shouldNotTakeBackWhoWasAwayForTooLong() {
    SimulatedCluster cluster = cluster(1, MINUTE.multipliedBy(60));
    SimulatedScheduler<TestScheduler> scheduler =
        cluster.start(ID, AWARE, () -> TestScheduler.wanting(2));
    cluster.advance(SOON);
    scheduler.crash();
    cluster.advance(MINUTE.multipliedBy(9));
    assertThat(cluster.agent("n0").isBusy()).isTrue();

    cluster.advance(MINUTE.multipliedBy(2));
    assertThat(cluster.agent("n0").isBusy()).isFalse();
    assertThat(cluster.frameworks()).hasSize(1);
    assertThat(cluster.frameworks().getFirst().state()).isEqualTo(FrameworkState.REMOVED);
    scheduler.start();
    cluster.advance(SOON);

    assertThat(scheduler.isRunning()).isFalse();
    assertThat(scheduler.get().sessions)
        .singleElement()
        .satisfies(session -> assertThat(session.message()).contains("its failover timeout"));
    assertThat(scheduler.get().offers).isEmpty();
  }

  @Test
  void shouldGoOnAfterAPartition() {
    SimulatedCluster cluster = cluster(1, MINUTE.multipliedBy(60));
    SimulatedScheduler<TestScheduler> scheduler =
        cluster.start(ID, AWARE, () -> TestScheduler.wanting(2));
    cluster.advance(SOON);
    int told = scheduler.told().size();

    scheduler.partition();
    scheduler.driver().kill("t0");
    cluster.advance(MINUTE);
    assertThat(scheduler.told()).hasSize(told);
    assertThat(cluster.framework(ID).state()).isEqualTo(FrameworkState.DISCONNECTED);
    scheduler.heal();
    cluster.advance(SOON);

    assertThat(scheduler.get().sessions)
        .extracting(SessionEnded::cause)
        .containsExactly(SessionEnded.Cause.DISCONNECTED);
    assertThat(cluster.framework(ID).state()).isEqualTo(FrameworkState.CONNECTED);
    assertThat(scheduler.get().statesOf("t1")).endsWith(TaskState.RUNNING);
    scheduler.partition();
    cluster.advance(MINUTE.multipliedBy(3));
    assertThat(scheduler.isRunning()).isFalse();
  }

  @Test
  void shouldReturnAfterAGoodbye() {
    SimulatedCluster cluster = cluster(1, MINUTE.multipliedBy(60));
    SimulatedScheduler<TestScheduler> scheduler =
        cluster.start(ID, AWARE, () -> TestScheduler.wanting(1));
    cluster.advance(SOON);

    scheduler.stop();
    scheduler.stop();
    cluster.advance(SOON);
    assertThat(cluster.framework(ID).state()).isEqualTo(FrameworkState.DISCONNECTED);
    scheduler.start();
    scheduler.start();
    cluster.advance(SOON);

    assertThat(scheduler.get().statesOf("t0")).contains(TaskState.RUNNING);
  }

  @Test
  void shouldEndTheOneThatWasThereBefore() {
    SimulatedCluster cluster = cluster(1, MINUTE);
    SimulatedScheduler<TestScheduler> first = cluster.start(ID, AWARE, TestScheduler::silent);
    cluster.advance(SOON);

    SimulatedScheduler<TestScheduler> second = cluster.start(ID, AWARE, TestScheduler::silent);
    cluster.advance(SOON);

    assertThat(first.isRunning()).isFalse();
    assertThat(second.get().offers).isNotEmpty();
  }

  @Test
  void shouldGoOnThroughEverything() {
    SimulatedCluster cluster = cluster(3, MINUTE.multipliedBy(60));
    SimulatedScheduler<TestScheduler> scheduler =
        cluster.start(ID, AWARE, () -> TestScheduler.wanting(12));
    cluster.advance(SOON);

    cluster.agent("n0").hang(MINUTE);
    cluster.agent("n1").partition();
    cluster.agent("n2").crash();
    cluster.crashMaster(SOON);
    cluster.advance(MINUTE);
    assertThat(scheduler.get().updates)
        .filteredOn(update -> update.state() == TaskState.UNREACHABLE)
        .isNotEmpty();
    cluster.agent("n1").heal();
    cluster.agent("n2").start();
    cluster.stopMasters(SOON);
    cluster.advance(MINUTE);

    assertThat(cluster.frameworkTasks(ID)).hasSize(12);
    assertThat(cluster.frameworkTasks(ID))
        .allSatisfy(task -> assertThat(task.state()).isEqualTo(TaskState.RUNNING));
    cluster.agent("n2").wipe();
    cluster.advance(MINUTE);
    assertThat(scheduler.get().updates)
        .filteredOn(update -> update.state().isTerminal())
        .hasSize(4);
  }

  @Test
  void shouldNotBeTakenForSilentWhenNoMasterWasThere() {
    SimulatedCluster cluster = cluster(1, MINUTE.multipliedBy(60));
    SimulatedScheduler<TestScheduler> scheduler =
        cluster.start(ID, AWARE, () -> TestScheduler.wanting(1));
    cluster.advance(SOON);

    cluster.stopMasters(MINUTE);
    cluster.advance(MINUTE.multipliedBy(2));

    assertThat(scheduler.get().sessions).isEmpty();
    assertThat(scheduler.get().statesOf("t0")).containsExactly(TaskState.RUNNING);
  }

  @Test
  void shouldThrowWhatTheSchedulerThrows() {
    SimulatedCluster cluster = cluster(1, MINUTE);
    SimulatedScheduler<Scheduler> scheduler =
        cluster.start(
            ID,
            AWARE,
            () ->
                (SchedulerDriver driver, List<ResourceOffer> offers) -> {
                  throw new IllegalStateException("a mistake");
                });

    assertThatThrownBy(() -> cluster.advance(MINUTE)).hasMessage("a mistake");

    assertThat(scheduler.isRunning()).isFalse();
    cluster.advance(MINUTE);
  }

  @Test
  void shouldGoBySettingsThatAreChanged() {
    SimulatedCluster cluster = SimulatedCluster.builder().frameworkTimeout(MINUTE).build();
    SimulatedScheduler<TestScheduler> scheduler = cluster.start(ID, PLAIN, TestScheduler::silent);
    cluster.advance(SOON);
    assertThat(scheduler.told(FrameworkSubscribed.class))
        .extracting(FrameworkSubscribed::timeoutMillis)
        .containsExactly(60_000L);

    cluster.configure(Settings.DEFAULT);
    scheduler.crash();
    cluster.advance(Duration.ofSeconds(30));

    assertThat(cluster.framework(ID).state()).isEqualTo(FrameworkState.DISCONNECTED);
  }

  @Test
  void shouldTellTheSameStoryAgain() {
    assertThat(story(5)).isEqualTo(story(5)).isNotEqualTo(story(6));
  }

  private static List<String> story(long seed) {
    SimulatedCluster cluster =
        SimulatedCluster.builder()
            .seed(seed)
            .commands(launch -> Behaviour.succeedsAfter(MINUTE))
            .build();
    cluster.start(ID, AWARE, () -> TestScheduler.wanting(9));
    cluster.advance(MINUTE.multipliedBy(2));
    return cluster.story();
  }

  private static SimulatedCluster cluster(int agents, Duration tasksTake) {
    return SimulatedCluster.builder()
        .agents(agents)
        .commands(launch -> Behaviour.succeedsAfter(tasksTake))
        .build();
  }
}
