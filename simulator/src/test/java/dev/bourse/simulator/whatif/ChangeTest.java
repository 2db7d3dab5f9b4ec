package dev.bourse.simulator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.simulator.workload.AgentChange;
import dev.bourse.simulator.workload.Meter;
import dev.bourse.simulator.workload.Metrics;
import dev.bourse.simulator.workload.Workload;
import dev.bourse.simulator.workload.WorkloadRun;
import dev.bourse.simulator.workload.Workloads;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.resources.Quantities;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static final String TWO_CPUS = "cpus:2;memory:4096;disk:10240";
  private final Workload recorded = Workloads.burst(8, 2, TWO_CPUS);

  @Test
  void shouldMultiplyMachines() {
    assertThat(agents("agents: {times: 2}"))
        .containsExactlyInAnyOrder("agent-0", "agent-0.2", "agent-1", "agent-1.2");
    assertThat(agents("agents: {times: 1.5}"))
        .containsExactlyInAnyOrder("agent-0", "agent-1", "agent-1.2");
    assertThat(agents("agents: {times: 0.5}")).containsExactly("agent-1");
  }

  @Test
  void shouldRemoveAddAndResizeMachines() {
    Workload changed =
        change(
            "agents: {remove: [agent-0], resources: 'cpus:9',"
                + " add: [{count: 2, resources: 'cpus:1'}]}");

    assertThat(changed.agents())
        .extracting(change -> change.agent() + " " + change.resources())
        .containsExactlyInAnyOrder("agent-1 cpus:9", "added-1 cpus:1", "added-2 cpus:1");
  }

  @Test
  void shouldChangeWhatJobsAskFor() {
    Workload changed = change("jobs: [{id: job-3, set: {role: other, priority: 90}}]");

    assertThat(changed.arrivals())
        .filteredOn(job -> job.spec().role().equals("other") && job.spec().priority() == 90)
        .extracting(job -> job.id().value())
        .containsExactly("job-3");
  }

  @Test
  void shouldChangeRunTimes() {
    assertThat(change("runTimes: 0.1").arrivals())
        .allMatch(job -> job.runs().getFirst().millis() == 1_000);
  }

  @Test
  void shouldShowSideBySideThatTwiceTheMachinesMeanShorterWaits() {
    Meter before = WorkloadRun.of(recorded);
    Meter after = WorkloadRun.of(change("agents: {times: 2}"));
    Comparison comparison = new Comparison();
    comparison.add("recorded", before);
    comparison.add("what if", after);

    assertThat(Metrics.of(after).all().waits().mean())
        .isLessThan(Metrics.of(before).all().waits().mean());
    assertThat(comparison.balances())
        .containsExactly(new Comparison.Balance("default", 4, 0, 4, 5_000));
    assertThat(comparison.lines()).anyMatch(line -> line.matches("wait, mean +5.0s +0.0s"));
    assertThat(comparison.json().at("/runs/what if/waitSeconds/mean").asDouble()).isZero();
    assertThat(Page.of("A <title>", comparison))
        .contains("<svg", "A &lt;title&gt;", "wait, mean")
        .doesNotContain("http://", "https://", "<script");
  }

  @Test
  void shouldShowWhatQuotaCosts() {
    Comparison comparison = new Comparison();
    comparison.add("recorded", WorkloadRun.of(recorded));
    comparison.add("what if", WorkloadRun.of(change("roles: {default: {limit: 'cpus:1'}}")));

    // Eight jobs of 10 s and one cpu: four at a time, then one at a time.
    assertThat(comparison.runs().get("recorded").all().waits().max()).isEqualTo(10_000);
    assertThat(comparison.runs().get("what if").all().waits().max()).isEqualTo(70_000);
  }

  @Test
  void shouldKeepTheSettingsThatAreNotChanged() {
    Workload once = change("roles: {a: {weight: 2}, b: {limit: 'cpus:1'}}");
    Workload twice = ChangeReader.read("roles: {a: {limit: 'cpus:3'}, b: {limit: none}}").of(once);

    assertThat(twice.settings().role("a"))
        .isEqualTo(new RoleSettings(2_000, Quantities.parse("cpus:3")));
    assertThat(twice.settings().role("b")).isEqualTo(RoleSettings.DEFAULT);
    assertThat(twice.settings().launchesPerStep()).isEqualTo(recorded.settings().launchesPerStep());
  }

  private Workload change(String document) {
    return ChangeReader.read(document).of(recorded);
  }

  private Iterable<String> agents(String document) {
    return change(document).agents().stream()
        .map(AgentChange::agent)
        .map(Object::toString)
        .toList();
  }
}
