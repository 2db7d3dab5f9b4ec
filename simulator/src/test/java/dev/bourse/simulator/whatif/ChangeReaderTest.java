package dev.bourse.simulator.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.simulator.whatif.SettingsChange.RoleChange;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeReaderTest {

  @Test
  void shouldReadEverything() {
    Change change =
        ChangeReader.read(
            """
            agents:
              times: 1.5
              resources: cpus:16;memory:65536
              remove: [agent-3]
              add:
                - {count: 4, resources: "cpus:8;memory:16384"}
            jobs:
              - role: batch
                set: {priority: 10, role: other, resources: "cpus:0.5;memory:128"}
            runTimes: 0.5
            roles:
              batch: {weight: 2.5, limit: "cpus:8;memory:1024"}
              other: {limit: none}
            settings: {launchesPerStep: 10}
            """);

    assertThat(change.agents())
        .isEqualTo(
            new Change.Agents(
                1_500,
                Resources.parse("cpus:16;memory:65536"),
                Set.of("agent-3"),
                List.of(new Change.Added(4, Resources.parse("cpus:8;memory:16384")))));
    assertThat(change.jobs())
        .containsExactly(
            new Change.JobRule(
                null, null, "batch", "other", 10, Resources.parse("cpus:0.5;memory:128")));
    assertThat(change.runTimesThousandths()).isEqualTo(500);
    assertThat(change.settings())
        .isEqualTo(
            new SettingsChange(
                10,
                null,
                new TreeMap<>(
                    Map.of(
                        "batch",
                        new RoleChange(2_500, Quantities.parse("cpus:8;memory:1024"), false),
                        "other",
                        new RoleChange(null, null, true)))));
  }

  @Test
  void shouldTakeNothingForNoChange() {
    assertThat(ChangeReader.read("{}")).isEqualTo(Change.NONE);
    assertThat(ChangeReader.read("")).isEqualTo(Change.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agent: {}|agent: is unknown; there is agents, jobs, roles, runTimes, settings",
        "agents: 2|agents: is 2, but must be an object",
        "agents: {times: 0}|agents.times: is 0, but must be a number above 0, at most 1000",
        "agents: {resources: 'cpus:x'}|agents.resources: ",
        "agents: {add: 1}|agents.add: is 1, but must be a list",
        "agents: {add: [{count: 1}]}|agents.add[0].resources: is missing",
        "agents: {remove: x}|agents.remove: is \"x\", but must be a list of names",
        "jobs: [{role: x}]|jobs[0].set: is empty, but must have one of role, priority, resources",
        "jobs: [{set: {priority: 1.5}}]|jobs[0].set.priority: is 1.5, but must be a whole number",
        "settings: {launchesPerStep: 0}|settings.launchesPerStep: is 0, but must be a whole number",
        "roles: {a: {}}|roles.a.weight: is missing, and so is limit",
        "roles: {a: {weight: 0}}|roles.a.weight: is 0, but must be a number above 0",
        "roles: {a: {limit: 'ports:[1-2]'}}|roles.a.limit: quantity ports: is '[1-2]', but must be a number",
        "roles: {a: {limits: 1}}|roles.a.limits: is unknown; there is weight, limit",
        "roles: {a//b: {weight: 1}}|roles: ",
        "runTimes: fast|runTimes: is \"fast\", but must be a number above 0",
        "[|is no YAML or JSON"
      })
  void shouldSayWhatIsAllowed(String document, String message) {
    assertThatThrownBy(() -> ChangeReader.read(document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
