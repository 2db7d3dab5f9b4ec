package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Jobs.job;
import static dev.bourse.core.testing.Jobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.Step;
import dev.bourse.topics.command.Allocate;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets what, and where. Case numbers are those of the conformance list. */
class AllocateHandlerTest {

  private final ClusterFixture cluster = new ClusterFixture();

  @Test
  void shouldLaunchABoundedNumberInAStepAndTheRestInTheNextTicks() {
    ClusterFixture bounded = new ClusterFixture(TickHandlerTest.settings(2, 1_000));
    for (int i = 0; i < 5; i++) {
      bounded.given(job("j" + i).resources("cpus:0.1").submit());
    }

    Step first = bounded.when(register("n1"));
    assertThat(first.jobsLaunched()).containsExactly("j0", "j1");
    first.thenNever(AllocationCompleted.class);
    assertThat(bounded.isTickDue()).isTrue();

    assertThat(bounded.tick().jobsLaunched()).containsExactly("j2", "j3");
    Step last = bounded.tick();
    assertThat(last.jobsLaunched()).containsExactly("j4");
    last.thenAlso(new AllocationCompleted(1));
    assertThat(bounded.isTickDue()).isFalse();
  }

  @Test
  void shouldAllocateWhenTheHostSaysSo() {
    cluster.given(register("n1"));

    cluster.when(new Allocate(1)).thenEvents(new AllocationCompleted(0)).thenTables();
  }

  @Test
  void shouldServeHigherPrioritiesFirstAndEqualOnesInOrder() {
    cluster.given(
        job("low").priority(10).submit(),
        submit("second-in-line"),
        submit("after-it"),
        job("high").priority(90).submit());

    Step step = cluster.when(register("n1"));

    assertThat(step.jobsLaunched()).containsExactly("high", "second-in-line", "after-it", "low");
  }

  @Test
  void shouldKeepThePlaceOfAJobThatIsRetried() {
    cluster.given(
        agent("n1").resources("cpus:1;memory:4096;disk:10240").register(),
        job("first").retries(1).submit(),
        submit("second"));
    cluster.given(Reports.of(cluster.launchOf("first")).failed(1));
    cluster.given(submit("third"));
    cluster.afterAll(Duration.ofSeconds(2));

    Step step = cluster.when(Reports.of(cluster.launchOf("second")).finished());

    assertThat(step.jobsLaunched()).containsExactly("first");
  }

  @Test
  void shouldNotLetAJobThatNeverFitsBlockAnybody() {
    cluster.given(register("n1"), job("huge").priority(100).resources("cpus:100").submit());

    cluster.given(submit("small"), job("other-role").role("other").submit());

    assertThat(cluster.job("huge").attempts()).isZero();
    assertThat(cluster.launchOf("small")).isNotNull();
    assertThat(cluster.launchOf("other-role")).isNotNull();
    assertThat(cluster.isTickDue()).isFalse();

    Step step = cluster.when(agent("n2").resources("cpus:128").register());
    assertThat(step.jobsLaunched()).containsExactly("huge");
  }

  @Test
  void shouldOfferOnlyWhatSomebodyWants() {
    cluster.given(register("n1"));

    cluster.when(job("huge").resources("cpus:100").submit()).thenNever(OfferMade.class);
  }

  @Test
  void shouldPlaceJobsByEveryResourceTheyAskFor() {
    cluster.given(
        agent("plain").resources("cpus:8;memory:4096;disk:10240").register(),
        agent("special").resources("cpus:8;memory:4096;disk:10240;licences:2").register());

    for (String id : List.of("a", "b", "c")) {
      cluster.given(job(id).resources("cpus:1;licences:1").submit());
    }

    assertThat(cluster.launchOf("a").agent()).isEqualTo(new AgentId("special"));
    assertThat(cluster.launchOf("b").agent()).isEqualTo(new AgentId("special"));
    assertThat(cluster.job("c").attempts()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // Ties go by name, so that the name decides which of the two paper cases it is.
    "cases 1 and 3, a, b, A B A B A",
    "cases 1 and 2, y, x, B A A B A",
  })
  void shouldShareByDominantResource(String name, String roleOfA, String roleOfB, String order) {
    for (int i = 0; i < 10; i++) {
      cluster.given(
          job("a" + i).role(roleOfA).resources("cpus:1;memory:4").submit(),
          job("b" + i).role(roleOfB).resources("cpus:3;memory:1").submit());
    }

    Step step = cluster.when(agent("n1").resources("cpus:9;memory:18").register());

    List<String> roles = List.of(order.replace("A", roleOfA).replace("B", roleOfB).split(" "));
    assertThat(step.rolesServed()).isEqualTo(roles);
    assertThat(cluster.state().usedBy(roleOfA).toString()).isEqualTo("cpus:3;memory:12");
    assertThat(cluster.state().usedBy(roleOfB).toString()).isEqualTo("cpus:6;memory:2");
    assertThat(cluster.state().free(new AgentId("n1"))).isEqualTo(Resources.parse("memory:4"));
  }

  @Test
  void shouldShareOneResourceEqually() { // case 11
    for (int i = 0; i < 10; i++) {
      cluster.given(
          job("a" + i).role("a").resources("cpus:1").submit(),
          job("b" + i).role("b").resources("cpus:1").submit());
    }

    Step step = cluster.when(agent("n1").resources("cpus:9").register());

    assertThat(step.rolesServed()).containsExactly("a", "b", "a", "b", "a", "b", "a", "b", "a");
  }

  @Test
  void shouldShareAmongThreeRolesOverSeveralAgents() {
    for (int i = 0; i < 40; i++) {
      cluster.given(
          job("a" + i).role("a").resources("cpus:1;memory:1").submit(),
          job("b" + i).role("b").resources("cpus:1;memory:8").submit(),
          job("c" + i).role("c").resources("cpus:4;memory:1").submit());
    }

    for (int i = 0; i < 4; i++) {
      cluster.given(agent("n" + i).resources("cpus:16;memory:64").register());
    }

    assertThat(dominantPercent("a", "cpus", 64)).isBetween(25, 50);
    assertThat(dominantPercent("b", "memory", 256)).isBetween(25, 50);
    assertThat(dominantPercent("c", "cpus", 64)).isBetween(25, 50);
  }

  private int dominantPercent(String role, String resource, int total) {
    return (int) (cluster.state().usedBy(role).get(resource) / (10 * total));
  }

  @Test
  void shouldSpreadJobsOverAgentsTheSameWayInEveryReplay() {
    for (int i = 0; i < 20; i++) {
      cluster.given(register("n" + i));
    }

    TreeSet<AgentId> used = new TreeSet<>();
    for (int i = 0; i < 40; i++) {
      cluster.given(submit("j" + i));
      used.add(cluster.launchOf("j" + i).agent());
    }

    assertThat(used).hasSizeGreaterThan(10);
  }

  @Test
  void shouldNotOfferCrumbs() {
    cluster.given(agent("n1").resources("cpus:0.009;memory:31;licences:5").register());

    cluster.when(job("a").resources("licences:1").submit()).thenNever(OfferMade.class);
  }
}
