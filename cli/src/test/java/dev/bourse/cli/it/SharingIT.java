package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.OperatorClient;
import dev.bourse.sdk.example.HelloFramework;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.resources.Quantities;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs, a framework in Java and one in Python, which all want everything, share a cluster by
 * dominant share.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class SharingIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration SETTLED = Duration.ofMillis(300);
  private static final Decision APPLIED = new Decision(true, "");
  private static final int AGENTS = 6;
  private static final int CPUS = 2;
  private static final List<String> LONG = List.of("sleep", "600");

  /** Less than an agent: who has the least is always served first, with an agent at most. */
  private static final double TOLERANCE = 1;

  @TempDir Path folder;

  private Workbench bench;
  private OperatorClient operator;

  @BeforeEach
  void requirePython() throws Exception {
    Python.require(folder);
  }

  @Test
  void shouldGiveEachRoleWhatItsWeightSays() throws Exception {
    try (Workbench opened =
        new Workbench(folder, AGENTS, "cpus:" + CPUS + ";memory:4096;disk:10240")) {
      bench = opened;
      operator = bench.client().operator();
      forAllAgents("deactivate");
      assertShares("even", Map.of("jobs", 4.0, "java", 4.0, "python", 4.0));
      forAllAgents("deactivate");
      assertThat(operator.setRole("java", Json.object().put("weight", 2))).isEqualTo(APPLIED);
      assertShares("weighted", Map.of("jobs", 3.0, "java", 6.0, "python", 3.0));
    }
  }

  /** While no agent is offered: starts all three, then adds one agent after the other. */
  private void assertShares(String round, Map<String, Double> expected) throws Exception {
    int all = AGENTS * CPUS;
    for (int i = 0; i < all; i++) {
      bench.submit(longJob(round + "-" + i));
    }
    HelloFramework hello = new HelloFramework(Quantities.parse("cpus:1;memory:32"), all, LONG);
    FrameworkInfo info = FrameworkInfo.of("java", "java");
    try (RunningFramework java = new RunningFramework(bench, "java-" + round, info, hello);
        Script python = startPython("python-" + round, all)) {
      awaitState("java-" + round, "CONNECTED");
      awaitState("python-" + round, "CONNECTED");
      assertThat(total(held())).isZero();

      double given = 0;
      for (String agent : bench.cluster().agentIds()) {
        assertThat(operator.agent(agent, "reactivate", Json.object())).isEqualTo(APPLIED);
        given += CPUS;
        awaitTotal(given);
      }
      Map<String, Double> held = held();
      assertThat(held).containsOnlyKeys(expected.keySet());
      expected.forEach(
          (role, cpus) ->
              assertThat(held.get(role))
                  .as("%s of %s", role, held)
                  .isCloseTo(cpus, within(TOLERANCE)));

      assertThat(operator.teardown("java-" + round)).isEqualTo(APPLIED);
      assertThat(operator.teardown("python-" + round)).isEqualTo(APPLIED);
      for (int i = 0; i < all; i++) {
        bench.client().cancel(round + "-" + i);
      }
      java.awaitEnd(LIMIT);
      assertThat(python.await().out()).endsWith("finished 0\n");
      awaitTotal(0);
    }
  }

  private void forAllAgents(String what) throws ClientException {
    for (String agent : bench.cluster().agentIds()) {
      assertThat(operator.agent(agent, what, Json.object())).isEqualTo(APPLIED);
    }
  }

  private ObjectNode longJob(String id) {
    ObjectNode job = Json.object().put("id", id).put("role", "jobs");
    LONG.forEach(job.putArray("command")::add);
    job.putObject("resources").put("cpus", 1).put("memory", "32Mi").put("disk", 0);
    return job;
  }

  private Script startPython(String id, int tasks) throws Exception {
    return Python.startFramework(
        bench,
        folder,
        "--framework=" + id,
        "--role=python",
        "--tasks=" + tasks,
        "--cpus=1",
        "--",
        LONG.getFirst(),
        LONG.getLast());
  }

  private void awaitState(String framework, String state) {
    await(framework + " being " + state)
        .atMost(LIMIT)
        .until(
            () -> {
              for (JsonNode node : operator.frameworks()) {
                if (node.path("id").asText().equals(framework)) {
                  return node.path("state").asText().equals(state);
                }
              }
              return false;
            });
  }

  /** And what is left of an agent is declined, so that it does not count for anybody. */
  private void awaitTotal(double cpus) {
    await(cpus + " cpus to be held")
        .during(SETTLED)
        .atMost(LIMIT)
        .until(() -> total(held()) == cpus && operator.offers(null, null).isEmpty());
  }

  private static double total(Map<String, Double> held) {
    return held.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Cpus by role. */
  private Map<String, Double> held() throws ClientException {
    Map<String, Double> held = new TreeMap<>();
    for (JsonNode role : operator.roles()) {
      held.put(role.path("role").asText(), role.at("/held/cpus").asDouble());
    }
    return held;
  }
}
