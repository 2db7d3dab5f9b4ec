package dev.bourse.core.allocator.room;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.state.TimerRow;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Jobs;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.TestSettings;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Room is kept for who has waited for long, and made for who is more urgent. */
class RoomStoriesTest {

  private static final AgentId N1 = new AgentId("n1");

  private final ClusterFixture cluster = new ClusterFixture();

  private static Jobs small(String id) {
    return job(id).role("small").resources("cpus:1");
  }

  @Test
  void shouldKeepAnAgentForTheLarge() {
    cluster.given(agent("n1").resources("cpus:4").register());
    for (int i = 0; i < 4; i++) {
      cluster.given(small("s" + i).submit());
    }
    cluster.given(job("large").role("big").resources("cpus:4").submit());
    cluster.afterAll(Duration.ofMinutes(5));
    assertThat(cluster.state().hold(N1).job()).isEqualTo(new JobId("large"));

    for (int i = 0; i < 4; i++) {
      cluster.given(small("later" + i).submit());
      cluster.given(Reports.of(cluster.launchOf("s" + i)).finished());
    }

    assertThat(cluster.job("large").attempts()).isEqualTo(1);
    assertThat(cluster.job("later0").attempts()).isZero();
    cluster.given(Reports.of(cluster.launchOf("large")).finished());
    assertThat(cluster.state().holds()).isEmpty();
    assertThat(cluster.job("later0").attempts()).isEqualTo(1);
  }

  @Test
  void shouldStarveTheLargeWhenNothingIsKept() {
    ClusterFixture never =
        new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.room(0, 0)));
    never.given(
        agent("n1").resources("cpus:2").register(), small("s0").submit(), small("s1").submit());
    never.given(job("large").role("big").resources("cpus:2").submit());
    for (int i = 0; i < 10; i++) {
      never.afterAll(Duration.ofMinutes(5));
      never.given(small("s" + (i + 2)).submit());
      never.given(Reports.of(never.launchOf("s" + i)).finished());
    }

    assertThat(never.job("large").attempts()).isZero();
    assertThat(never.state().timers())
        .noneMatch(timer -> timer.kind() == TimerRow.Kind.LOOK_FOR_ROOM);
  }

  @Test
  void shouldLetTheShortUseWhatIsKept() {
    cluster.given(agent("n1").resources("cpus:4").register());
    cluster.given(
        job("long").role("small").resources("cpus:2").timeout(Duration.ofHours(1)).submit());
    cluster.given(Reports.of(cluster.launchOf("long")).running());
    cluster.given(job("large").role("big").resources("cpus:4").submit());
    cluster.afterAll(Duration.ofMinutes(5));
    assertThat(cluster.state().hold(N1)).isNotNull();

    cluster.given(small("endless").submit());
    cluster.given(small("slow").timeout(Duration.ofHours(2)).submit());
    cluster.given(small("quick").timeout(Duration.ofMinutes(10)).submit());

    assertThat(cluster.job("endless").attempts()).isZero();
    assertThat(cluster.job("slow").attempts()).isZero();
    assertThat(cluster.job("quick").attempts()).isEqualTo(1);
  }

  @Test
  void shouldNotOfferToFrameworksWhatIsKept() {
    cluster.given(agent("n1").resources("cpus:4;memory:4096").register(), small("s0").submit());
    cluster.given(job("large").role("big").resources("cpus:4").submit());
    cluster.afterAll(Duration.ofMinutes(5));

    cluster.given(framework("fw", "r").subscribe());

    assertThat(cluster.offersTo("fw"))
        .extracting(offer -> offer.resources().toString())
        .containsExactly("memory:4096");
  }

  @Test
  void shouldGiveTheGuaranteedWhatIsKeptForOthers() {
    cluster.given(
        new SetQuota(List.of(new RoleQuota("idle", null, Quantities.parse("cpus:2"))), true));
    cluster.given(agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(small("s0").submit(), small("s1").submit(), small("s2").submit());
    cluster.afterAll(Duration.ofMinutes(5));
    assertThat(cluster.state().hold(N1).job()).isEqualTo(new JobId("s2"));

    cluster.given(framework("fw", "idle").subscribe());

    assertThat(cluster.offersTo("fw").getFirst().resources().quantities().get("cpus"))
        .isEqualTo(2_000);
  }

  @Test
  void shouldKeepAnAgentForAFrameworkThatWaitsForMuch() {
    Framework large =
        framework("large").in(new RoleInfo("big", null, "cpus:4", null)).failoverTimeout(60_000);
    cluster.given(agent("n1").resources("cpus:4").register(), large.subscribe());
    cluster.given(large.decline(cluster.offersTo("large"), 0L));
    cluster.given(small("s0").submit(), small("s1").submit());
    cluster.afterAll(Duration.ofMinutes(7));
    assertThat(cluster.state().hold(N1).client()).isEqualTo("large");

    cluster.given(small("s2").submit());
    cluster.given(Reports.of(cluster.launchOf("s0")).finished());
    assertThat(cluster.job("s2").attempts()).isZero();
    cluster.given(Reports.of(cluster.launchOf("s1")).finished());

    assertThat(cluster.offersTo("large"))
        .extracting(offer -> offer.resources().toString())
        .containsExactly("cpus:4");
    cluster.given(large.suppress(), large.decline(cluster.offersTo("large"), 0L));
    assertThat(cluster.state().holds()).isEmpty();
    assertThat(cluster.job("s2").attempts()).isEqualTo(1);
  }

  @Test
  void shouldNotKeepWhatTheQuotaForbids() {
    cluster.given(
        new SetQuota(List.of(new RoleQuota("big", Quantities.parse("cpus:1"), null)), null));
    cluster.given(agent("n1").resources("cpus:4").register(), small("s0").submit());
    cluster.given(job("large").role("big").resources("cpus:4").submit());

    cluster.afterAll(Duration.ofMinutes(10));

    assertThat(cluster.state().holds()).isEmpty();
  }

  @Test
  void shouldLetGoWithTheAgent() {
    cluster.given(agent("n1").resources("cpus:4").register(), small("s0").submit());
    cluster.given(job("large").role("big").resources("cpus:4").submit());
    cluster.afterAll(Duration.ofMinutes(5));

    cluster.given(new DeactivateAgent(N1), agent("n2").resources("cpus:1").register());

    assertThat(cluster.state().holds()).isEmpty();
  }

  @Test
  void shouldStopLowerPrioritiesOfTheSameRole() {
    cluster.given(agent("n1").resources("cpus:4").register());
    for (int i = 0; i < 4; i++) {
      cluster.given(small("s" + i).priority(10).submit());
      cluster.after(Duration.ofSeconds(1));
      cluster.given(Reports.of(cluster.launchOf("s" + i)).running());
    }
    cluster.given(small("urgent").priority(90).resources("cpus:2").submit());
    cluster.given(small("other").priority(5).submit());

    cluster.afterAll(Duration.ofSeconds(59));
    assertThat(stopped()).isEmpty();
    cluster.afterAll(Duration.ofSeconds(2));

    // All began at the same time as they say, so it goes by their ids.
    assertThat(stopped()).containsExactly("s0.0", "s1.0");
    assertThat(cluster.state().hold(N1).job()).isEqualTo(new JobId("urgent"));
    cluster.given(Reports.of(cluster.launchOf("s0")).killed());
    cluster.given(Reports.of(cluster.launchOf("s1")).killed());
    assertThat(cluster.job("urgent").attempts()).isEqualTo(1);
    assertThat(cluster.job("s0").state()).isEqualTo(JobState.QUEUED);
    assertThat(cluster.job("s0").message()).contains("stopped for job 'urgent'", "priority 90");
    assertThat(cluster.state().job(new JobId("s0")).progress().failures()).isZero();
  }

  @Test
  void shouldSpareWhatMayNotBeStoppedAndHigherPriorities() {
    cluster.given(agent("n1").resources("cpus:2").register());
    cluster.given(small("fixed").priority(10).preemptible(false).submit());
    cluster.given(small("higher").priority(95).submit());
    cluster.given(small("urgent").priority(90).submit());

    cluster.afterAll(Duration.ofMinutes(3));

    assertThat(stopped()).isEmpty();
  }

  @Test
  void shouldNotStopForWhatCouldNotStart() {
    cluster.given(agent("n1").resources("cpus:2").register());
    cluster.given(
        small("s0").priority(10).submit(), small("s1").priority(10).preemptible(false).submit());
    cluster.given(small("urgent").priority(90).resources("cpus:2").submit());

    cluster.afterAll(Duration.ofMinutes(3));

    assertThat(stopped()).isEmpty();
  }

  @Test
  void shouldMeetAGuaranteeAtTheCostOfOthers() {
    cluster.given(agent("n1").resources("cpus:4").register());
    Framework fw = framework("fw", "taker").failoverTimeout(1_000);
    cluster.given(fw.subscribe());
    TaskInfo greedy = preemptible("greedy", "cpus:3");
    cluster.given(fw.accept(cluster.offersTo("fw"), OfferOperation.launch(List.of(greedy))));
    cluster.given(fw.suppress(), small("s0").submit());
    cluster.given(
        new SetQuota(List.of(new RoleQuota("owner", null, Quantities.parse("cpus:2"))), true));
    cluster.given(job("mine").role("owner").resources("cpus:2").submit());

    cluster.afterAll(Duration.ofMinutes(1));

    assertThat(stopped()).containsExactly("fw~greedy");
    assertThat(cluster.state().task(new TaskId("fw~greedy")).killMessage())
        .contains("'mine'", "role 'owner'", "guarantee");
    cluster.given(Reports.of(cluster.launchOf("fw", "greedy")).killed());
    assertThat(cluster.job("mine").attempts()).isEqualTo(1);
    assertThat(cluster.updatesOf("fw", "greedy").getLast().reason()).isEqualTo(Reason.PREEMPTED);
  }

  @Test
  void shouldLeaveOthersWhatTheyAreGuaranteedTogether() {
    cluster.given(agent("n1").resources("cpus:6").register());
    Framework fw = framework("fw", "taker").failoverTimeout(1_000);
    cluster.given(fw.subscribe());
    List<TaskInfo> three =
        List.of(
            preemptible("t1", "cpus:2"), preemptible("t2", "cpus:2"), preemptible("t3", "cpus:2"));
    cluster.given(fw.accept(cluster.offersTo("fw"), OfferOperation.launch(three)));
    Quantities half = Quantities.parse("cpus:3");
    cluster.given(
        new SetQuota(
            List.of(new RoleQuota("owner", null, half), new RoleQuota("taker", null, half)), true));

    // Each of them could go, but not two.
    cluster.given(job("mine").role("owner").resources("cpus:3").submit());
    cluster.afterAll(Duration.ofMinutes(5));

    assertThat(stopped()).isEmpty();
  }

  @Test
  void shouldRationHowManyAreStopped() {
    ClusterFixture strict =
        new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.room(60_000, 1)));
    strict.given(agent("n1").resources("cpus:2").register());
    strict.given(small("s0").priority(10).submit(), small("s1").priority(10).submit());
    strict.given(small("urgent").priority(90).resources("cpus:2").submit());

    strict.afterAll(Duration.ofMinutes(10));

    assertThat(strict.state().tasks()).allMatch(task -> task.killReason() == null);
  }

  private static TaskInfo preemptible(String name, String resources) {
    return new TaskInfo(
        name,
        Resources.parse(resources),
        ProcessSpec.of(List.of("x")),
        null,
        null,
        null,
        null,
        true,
        null,
        null);
  }

  private List<String> stopped() {
    return cluster.state().tasks().stream()
        .filter(task -> task.killReason() == Reason.PREEMPTED)
        .map(task -> task.id().value())
        .toList();
  }
}
