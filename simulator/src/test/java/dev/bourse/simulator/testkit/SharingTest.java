package dev.bourse.simulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.simulator.agent.Behaviour;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.view.RoleView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two frameworks and the job service want more than there is, and hold what they get for long. */
class SharingTest {

  private static final int AGENTS = 12;
  private static final int CPUS = 48;
  private static final int AN_AGENT = 4;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SimulatedCluster cluster =
      SimulatedCluster.builder()
          .agents(AGENTS)
          .resources("cpus:4;memory:1024;disk:4096") // for four tasks
          .calls(10, 50)
          .commands(launch -> Behaviour.succeedsAfter(Duration.ofDays(1)))
          .build();

  @Test
  void shouldGiveEachAThird() {
    share();

    assertThat(cpusOf("a")).isBetween(16 - AN_AGENT, 16 + AN_AGENT);
    assertThat(cpusOf("b")).isBetween(16 - AN_AGENT, 16 + AN_AGENT);
    assertThat(cpusOf("jobs")).isBetween(16 - AN_AGENT, 16 + AN_AGENT);
    assertThat(cpusOf("a") + cpusOf("b") + cpusOf("jobs")).isEqualTo(CPUS);
  }

  @Test
  void shouldGiveByWeight() {
    cluster.operate(new SetWeights(List.of(new RoleWeight("a", 2_000))));

    share();

    assertThat(cluster.roles()).extracting(RoleView::weight).containsExactly(2_000);
    assertThat(cpusOf("a")).isBetween(24 - AN_AGENT, 24 + AN_AGENT);
    assertThat(cpusOf("b")).isBetween(12 - AN_AGENT, 12 + AN_AGENT);
    assertThat(cpusOf("jobs")).isBetween(12 - AN_AGENT, 12 + AN_AGENT);
    assertThat(cpusOf("a") + cpusOf("b") + cpusOf("jobs")).isEqualTo(CPUS);
  }

  @Test
  void shouldNotGiveMoreThanTheLimit() {
    cluster.operate(quota("a", Quantities.parse("cpus:6"), null));

    share();

    assertThat(cpusOf("a")).isEqualTo(6);
    assertThat(cpusOf("b")).isBetween(21 - AN_AGENT, 21 + AN_AGENT);
    assertThat(cpusOf("b") + cpusOf("jobs")).isEqualTo(CPUS - 6);
  }

  @Test
  void shouldKeepWhatIsGuaranteedUntilItIsWanted() {
    cluster.operate(quota("idle", null, Quantities.parse("cpus:10")));
    share();
    assertThat(cpusOf("a") + cpusOf("b") + cpusOf("jobs")).isEqualTo(CPUS - 10);

    start("late", "idle", 10);
    cluster.advance(MINUTE);

    assertThat(cpusOf("idle")).isEqualTo(10);
  }

  @Test
  void shouldTakeOffersFromAHoarder() {
    cluster.start(id("hoarder"), TestScheduler.info("h", MINUTE), TestScheduler::silent);
    cluster.advance(Duration.ofSeconds(5));
    assertThat(cluster.offers(id("hoarder"))).hasSize(AGENTS);

    start("fw-a", "a", CPUS);
    cluster.advance(MINUTE.multipliedBy(2));

    assertThat(cpusOf("a")).isEqualTo(CPUS);
  }

  @Test
  void shouldThrottleAFloodOfCalls() {
    SimulatedScheduler<TestScheduler> calm = start("fw-a", "a", CPUS / 2);
    SimulatedScheduler<TestScheduler> flood = start("flood", "f", 0);
    cluster.advance(Duration.ofSeconds(30));
    assertThat(cpusOf("a")).isEqualTo(CPUS / 2);
    for (int i = 0; i < 3_000; i++) {
      flood.driver().revive();
    }
    start("fw-b", "b", CPUS / 2);
    cluster.advance(MINUTE);

    assertThat(cpusOf("b")).isEqualTo(CPUS / 2);
    assertThat(calm.get().refused).isEmpty();
    assertThat(flood.get().refused)
        .hasSizeGreaterThan(2_900)
        .allMatch(CallRefused::throttled, "throttled");
    flood.driver().suppress();
    cluster.advance(Duration.ofSeconds(5));
    assertThat(cluster.framework(id("flood")).suppressedRoles()).containsExactly("f");
  }

  /** All want everything before there is anything. */
  private void share() {
    for (int i = 0; i < AGENTS; i++) {
      cluster.agent("n" + i).crash();
    }
    start("fw-a", "a", CPUS);
    start("fw-b", "b", CPUS);
    for (int i = 0; i < CPUS; i++) {
      cluster.submit(
          "job-" + i,
          "{\"command\":[\"work\"],\"role\":\"jobs\",\"resources\":{\"cpus\":1,\"memory\":256,\"disk\":1024}}");
    }
    cluster.advance(Duration.ofSeconds(10));
    for (int i = 0; i < AGENTS; i++) {
      cluster.agent("n" + i).start();
    }
    cluster.advance(MINUTE.multipliedBy(5));
  }

  private SimulatedScheduler<TestScheduler> start(String name, String role, int tasks) {
    return cluster.start(
        id(name), TestScheduler.info(role, MINUTE), () -> TestScheduler.wanting(tasks));
  }

  private static FrameworkId id(String name) {
    return new FrameworkId(name);
  }

  private static SetQuota quota(String role, Quantities limit, Quantities guarantee) {
    return new SetQuota(List.of(new RoleQuota(role, limit, guarantee)), true);
  }

  private int cpusOf(String role) {
    return (int) (cluster.held(role).get("cpus") / 1_000);
  }
}
