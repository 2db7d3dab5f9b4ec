package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Jobs.cancel;
import static dev.bourse.core.testing.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.SettingsChanged;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.Step;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Limits and weights of roles. */
class QuotaTest {

  private final ClusterFixture cluster = new ClusterFixture(limit("small", "cpus:2"));

  @Test
  void shouldNotLaunchAboveTheLimit() {
    cluster.given(agent("n1").resources("cpus:8;memory:8192").register());

    submit("small", "a", "b", "c");

    assertThat(cluster.launchOf("a")).isNotNull();
    assertThat(cluster.launchOf("b")).isNotNull();
    assertThat(cluster.job("c").attempts()).isZero();
    assertThat(cluster.isTickDue()).isFalse();
  }

  @Test
  void shouldOfferOnlyWhatTheLimitLeaves() {
    cluster.given(agent("n1").resources("cpus:8;memory:8192").register());

    Step step = cluster.when(job("a").role("small").resources("cpus:1;memory:64").submit());

    assertThat(step.outcome().events())
        .filteredOn(OfferMade.class::isInstance)
        .extracting(event -> ((OfferMade) event).resources())
        .containsExactly(Resources.parse("cpus:2;memory:8192"));
  }

  @Test
  void shouldNotTakeWhatIsReservedForWhatTheLimitLeaves() {
    cluster.given(agent("n1").resources("cpus:1;cpus(eng):4;memory:8192").register());

    submit("small", "a", "b");

    assertThat(cluster.launchOf("a")).isNotNull();
    assertThat(cluster.job("b").attempts()).isZero();
  }

  @Test
  void shouldLaunchAnywhereWhatWasGivenBackSomewhere() {
    cluster.given(
        agent("n1").resources("cpus:2;licences:2").register(),
        agent("n2").resources("cpus:1;memory:4096").register(),
        job("a").role("small").resources("cpus:2;licences:1").submit(),
        job("b").role("small").resources("cpus:1;memory:4096").submit());
    assertThat(cluster.job("b").attempts()).isZero();

    Step step = cluster.when(Reports.of(cluster.launchOf("a")).finished());

    assertThat(step.jobsLaunched()).containsExactly("b");
  }

  @Test
  void shouldNotStandInTheWayOfOthers() {
    cluster.given(agent("n1").resources("cpus:4;memory:8192").register());
    submit("small", "a", "b", "c");

    submit("other", "d");

    assertThat(cluster.launchOf("d")).isNotNull();
  }

  @Test
  void shouldLimitOnlyWhatIsNamed() {
    ClusterFixture memory = new ClusterFixture(limit("small", "memory:128"));
    memory.given(agent("n1").resources("cpus:8;memory:8192").register());

    memory.given(job("a").role("small").resources("cpus:7;memory:64").submit());

    assertThat(memory.launchOf("a")).isNotNull();
  }

  @Test
  void shouldStartNothingAndKillNothingWhenTheLimitIsLowered() {
    cluster.given(agent("n1").resources("cpus:8;memory:8192").register());
    submit("small", "a", "b");

    cluster
        .when(new ApplySettings(limit("small", "cpus:1")))
        .thenKinds(SettingsChanged.class, AllocationCompleted.class)
        .thenOrders();

    submit("small", "c");
    cluster.given(Reports.of(cluster.launchOf("a")).finished());
    assertThat(cluster.job("c").attempts()).isZero();
    cluster.given(Reports.of(cluster.launchOf("b")).finished());
    assertThat(cluster.launchOf("c")).isNotNull();
  }

  @Test
  void shouldLaunchWhatWaitedWhenTheLimitIsRaisedOrTakenAway() {
    cluster.given(agent("n1").resources("cpus:8;memory:8192").register());
    submit("small", "a", "b", "c", "d");

    Step raised = cluster.when(new ApplySettings(limit("small", "cpus:3")));
    assertThat(raised.jobsLaunched()).containsExactly("c");

    Step gone = cluster.when(new ApplySettings(Settings.DEFAULT));
    assertThat(gone.jobsLaunched()).containsExactly("d");
  }

  @Test
  void shouldCountWhatNobodyHasConfirmedYet() {
    cluster.given(agent("n1").resources("cpus:8;memory:8192").register());
    submit("small", "a", "b", "c");

    cluster.given(cancel("a"));

    assertThat(cluster.job("c").attempts()).isZero();
  }

  @Test
  void shouldShareByWeight() {
    ClusterFixture weighted = new ClusterFixture(roles("heavy", new RoleSettings(2_000, null)));
    for (int i = 0; i < 9; i++) {
      weighted.given(
          job("h" + i).role("heavy").resources("cpus:1").submit(),
          job("l" + i).role("light").resources("cpus:1").submit());
    }

    Step step = weighted.when(agent("n1").resources("cpus:9").register());

    assertThat(step.rolesServed())
        .isEqualTo(
            List.of(
                // Of equal shares, who was given something less often goes first.
                "heavy", "light", "heavy", "light", "heavy", "heavy", "light", "heavy", "heavy"));
    assertThat(weighted.state().usedBy("heavy").toString()).isEqualTo("cpus:6");
  }

  private void submit(String role, String... ids) {
    for (String id : ids) {
      cluster.given(job(id).role(role).resources("cpus:1;memory:64").submit());
    }
  }

  @Test
  void shouldNotListRolesThatAreNotConfiguredAnyMore() {
    ClusterFixture configured = new ClusterFixture(limit("small", "cpus:1"));

    configured
        .when(new ApplySettings(limit("large", "cpus:9")))
        .thenTables("ROLES/large", "-ROLES/small");
    configured.when(new ApplySettings(Settings.DEFAULT)).thenTables("-ROLES/large");
  }

  private static Settings limit(String role, String limit) {
    return roles(role, new RoleSettings(RoleSettings.DEFAULT_WEIGHT, Quantities.parse(limit)));
  }

  private static Settings roles(String role, RoleSettings settings) {
    TreeMap<String, RoleSettings> roles = new TreeMap<>();
    roles.put(role, settings);
    return Settings.DEFAULT.withRoles(roles);
  }
}
