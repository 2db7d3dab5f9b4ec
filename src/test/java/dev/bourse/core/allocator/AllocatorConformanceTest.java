package dev.bourse.core.allocator;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.TestSettings;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.ResourceOffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The allocator without quota, as hierarchical_allocator_tests.cpp of Mesos has it. Case numbers
 * are those of the conformance list; "memory" is its "mem". Every offer is kept unless the test
 * says otherwise.
 */
class AllocatorConformanceTest {

  private static final long TICK = SchedulingSettings.DEFAULT.allocationIntervalMillis();

  private final ClusterFixture cluster = new ClusterFixture(withoutTimeout());

  /** Offers that are kept are kept for ever, as in Mesos by default. */
  private static Settings withoutTimeout() {
    return Settings.DEFAULT.withScheduling(TestSettings.offerTimeout(0));
  }

  @Test
  void shouldOfferToTheSmallestShare() { // cases 51 to 54
    cluster.given(
        framework("fw1", "role1").subscribe(),
        agent("ag1").resources("cpus:2;memory:1024").register());
    assertThat(agentsOffered("fw1")).containsExactly("ag1");

    cluster.given(
        framework("fw2", "role2").subscribe(),
        agent("ag2").resources("cpus:1;memory:512").register());
    assertThat(agentsOffered("fw2")).containsExactly("ag2");

    cluster.given(agent("ag3").resources("cpus:3;memory:2048").register());
    assertThat(agentsOffered("fw2")).containsExactly("ag2", "ag3");

    cluster.given(
        framework("fw3", "role1").subscribe(),
        agent("ag4").resources("cpus:4;memory:4096").register());
    assertThat(agentsOffered("fw3")).containsExactly("ag4");
    assertThat(agentsOffered("fw1")).containsExactly("ag1");
  }

  @Test
  void shouldCountWhatIsReserved() { // case 56
    cluster.given(
        framework("fw1", "role1").subscribe(),
        agent("ag1").resources("cpus:1;memory:512;cpus(role1):100;memory(role1):1024").register(),
        framework("fw2", "role2").subscribe(),
        agent("ag2").resources("cpus:2;memory:512").register(),
        agent("ag3").resources("cpus:2;memory:512").register());

    assertThat(agentsOffered("fw1")).containsExactly("ag1");
    assertThat(agentsOffered("fw2")).containsExactly("ag2", "ag3");
  }

  @Test
  void shouldNotCountWhatIsExcluded() { // case 58
    ClusterFixture gpus =
        new ClusterFixture(Settings.DEFAULT.withScheduling(TestSettings.excluding(Resources.GPUS)));
    Framework one = framework("fw1", "role1").can(Capability.GPU_RESOURCES);
    Framework two = framework("fw2", "role2").can(Capability.GPU_RESOURCES);
    gpus.given(
        one.subscribe(),
        agent("ag1").resources("cpus:2;memory:1024;gpus:1").register(),
        two.subscribe(),
        agent("ag2").resources("cpus:1;memory:512;gpus:100").register(),
        agent("ag3").resources("cpus:3;memory:2048;gpus:1").register());

    assertThat(agents(gpus.offersTo("fw1"))).containsExactly("ag1");
    assertThat(agents(gpus.offersTo("fw2"))).containsExactly("ag2", "ag3");

    Framework three = framework("fw3", "role1").can(Capability.GPU_RESOURCES);
    gpus.given(three.subscribe(), agent("ag4").resources("cpus:4;memory:4096;gpus:1").register());
    assertThat(agents(gpus.offersTo("fw3"))).containsExactly("ag4");
  }

  @Test
  void shouldShareByTheTreeOfRoles() { // case 59
    cluster.given(
        framework("fw1", "a/b").subscribe(),
        agent("ag1").resources("cpus:2;memory:1024").register(),
        framework("fw2", "a/c").subscribe(),
        framework("fw3", "d/e").subscribe(),
        agent("ag2").resources("cpus:1;memory:512").register());

    assertThat(agentsOffered("fw1")).containsExactly("ag1");
    assertThat(agentsOffered("fw3")).containsExactly("ag2");
    assertThat(agentsOffered("fw2")).isEmpty();
  }

  @Test
  void shouldNotOfferWhatWasDeclinedForAWhile() { // case 61
    Framework fw = framework("fw1", "role1");
    cluster.given(fw.subscribe(), agent("ag1").resources("cpus:1;memory:512").register());
    cluster.given(fw.decline(cluster.offersTo("fw1"), 2 * TICK));
    assertThat(cluster.state().filters()).hasSize(1);

    cluster.afterAll(Duration.ofMillis(TICK));
    assertThat(agentsOffered("fw1")).isEmpty();

    cluster.afterAll(Duration.ofMillis(TICK));
    assertThat(agentsOffered("fw1")).containsExactly("ag1");
    assertThat(cluster.state().filters()).isEmpty();
  }

  @Test
  void shouldOfferMoreThanWasDeclined() {
    Framework fw = framework("fw1", "role1");
    Framework other = framework("fw2", "role1");
    cluster.given(fw.subscribe(), agent("ag1").resources("cpus:4;memory:512").register());
    List<ResourceOffer> whole = cluster.offersTo("fw1");
    cluster.given(fw.accept(whole, 1_000_000L, Framework.launch("t", "cpus:3;memory:256")));
    assertThat(agentsOffered("fw1")).isEmpty();

    cluster.given(Reports.of(cluster.launchOf("fw1", "t")).finished());

    assertThat(cluster.offersTo("fw1"))
        .extracting(offer -> offer.resources().toString())
        .containsExactly("cpus:4;memory:512");
    assertThat(other.id()).isNotNull();
  }

  @Test
  void shouldGiveEachOneOfTwoAgents() { // case 63
    cluster.given(
        framework("fw1", "role1").subscribe(),
        framework("fw2", "role2").subscribe(),
        agent("ag1").resources("cpus:2;memory:1024").register(),
        agent("ag2").resources("cpus:2;memory:1024").register());

    for (String framework : List.of("fw1", "fw2")) {
      assertThat(cluster.offersTo(framework))
          .extracting(offer -> offer.resources().toString())
          .containsExactly("cpus:2;memory:1024");
    }
  }

  @Test
  void shouldTakeTurnsWhenEverybodyDeclines() { // case 64
    Framework one = framework("fw1", "role1");
    Framework two = framework("fw2", "role2");
    cluster.given(
        one.subscribe(), two.subscribe(), agent("ag1").resources("cpus:2;memory:1024").register());
    int grantsOfOne = 0;
    int grantsOfTwo = 0;
    for (int round = 0; round < 10; round++) {
      cluster.afterAll(Duration.ofMillis(TICK));
      List<ResourceOffer> first = cluster.offersTo("fw1");
      List<ResourceOffer> second = cluster.offersTo("fw2");
      assertThat(first.size() + second.size()).isEqualTo(1);
      grantsOfOne += first.size();
      grantsOfTwo += second.size();
      cluster.given(first.isEmpty() ? two.decline(second, 0L) : one.decline(first, 0L));
    }

    assertThat(grantsOfOne).isEqualTo(5);
    assertThat(grantsOfTwo).isEqualTo(5);
  }

  @Test
  void shouldNotOfferWhatIsReservedForOthers() { // case 65
    cluster.given(
        framework("fw1", "role1").subscribe(),
        framework("fw2", "role2").subscribe(),
        agent("ag1").resources("cpus(role3):2;memory(role3):1024").register());

    assertThat(agentsOffered("fw1")).isEmpty();
    assertThat(agentsOffered("fw2")).isEmpty();
  }

  @Test
  void shouldOfferCrumbsToWhoTakesThem() { // case 67
    cluster.given(
        framework("usual", "role1").subscribe(),
        framework("modest").in(new RoleInfo("role2", null, "cpus:0.001", null)).subscribe(),
        framework("anything").in(new RoleInfo("role3", null, "", null)).subscribe(),
        agent("small").resources("cpus:0.005").register(),
        agent("smaller").resources("licences:1").register());

    assertThat(agentsOffered("usual")).isEmpty();
    assertThat(cluster.offersTo("modest").size() + cluster.offersTo("anything").size())
        .isEqualTo(2);
    assertThat(agentsOffered("anything")).contains("smaller");
  }

  @Test
  void shouldOfferAtOnceAfterRevive() { // case 68
    Framework fw = framework("fw1", "role1");
    cluster.given(fw.subscribe(), agent("ag1").resources("cpus:1;memory:512").register());
    cluster.given(fw.decline(cluster.offersTo("fw1"), 1_000_000L));
    cluster.afterAll(Duration.ofSeconds(100));
    assertThat(agentsOffered("fw1")).isEmpty();

    cluster.given(fw.revive("role1"));

    assertThat(agentsOffered("fw1")).containsExactly("ag1");
    assertThat(cluster.state().filters()).isEmpty();
  }

  @Test
  void shouldOfferNothingInASuppressedRole() { // case 69
    Framework fw = framework("fw1", "role1", "role2");
    cluster.given(fw.subscribe(), fw.suppress("role1"));
    cluster.given(agent("ag1").resources("cpus:1;memory:512").register());
    assertThat(cluster.offersTo("fw1")).extracting(ResourceOffer::role).containsExactly("role2");

    cluster.given(fw.suppress("role2"), fw.revive("role1"));
    cluster.given(agent("ag2").resources("cpus:1;memory:512").register());
    assertThat(cluster.offersTo("fw1"))
        .extracting(ResourceOffer::role)
        .containsExactly("role2", "role1");
  }

  @Test
  void shouldIgnoreWhatComesBackFromAnAgentThatIsGone() { // case 74
    Framework fw = framework("fw1", "role1");
    cluster.given(
        fw.subscribe(),
        agent("ag1").resources("cpus:1;memory:512").register(),
        agent("ag2").resources("cpus:1;memory:512").register());
    List<ResourceOffer> offers = cluster.offersTo("fw1");

    cluster.given(agent("ag1").deregister());
    assertThat(cluster.state().total().toString()).isEqualTo("cpus:1;memory:512");
    cluster.given(fw.decline(offers, null));

    assertThat(cluster.state().total().toString()).isEqualTo("cpus:1;memory:512");
    assertThat(agentsOffered("fw1")).isEmpty();
  }

  @Test
  void shouldStartAnewWithADeactivatedFramework() { // case 75
    Framework fw = framework("fw1", "role1").failoverTimeout(1_000_000);
    cluster.given(
        fw.subscribe(),
        agent("ag1").resources("cpus:1;memory:512").register(),
        agent("ag2").resources("cpus:1;memory:512").register());
    cluster.given(fw.decline(cluster.offersTo("fw1").subList(0, 1), 1_000_000L));

    cluster.given(fw.disconnect());
    assertThat(agentsOffered("fw1")).isEmpty();
    assertThat(cluster.state().filters()).isEmpty();

    cluster.failOver();
    cluster.given(fw.session("s2").subscribe());
    assertThat(agentsOffered("fw1")).containsExactlyInAnyOrder("ag1", "ag2");
  }

  @Test
  void shouldOfferOnlyAgentsThatTheOperatorLetsIn() { // case 76, by deactivation
    cluster.given(agent("ag1").resources("cpus:1;memory:512").register());
    cluster.given(new DeactivateAgent(new AgentId("ag1")), framework("fw1", "role1").subscribe());
    assertThat(agentsOffered("fw1")).isEmpty();

    cluster.given(new ReactivateAgent(new AgentId("ag1")));
    assertThat(agentsOffered("fw1")).containsExactly("ag1");
  }

  private List<String> agentsOffered(String framework) {
    return agents(cluster.offersTo(framework));
  }

  private static List<String> agents(List<ResourceOffer> offers) {
    return offers.stream().map(offer -> offer.agent().value()).toList();
  }
}
