package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.OperatorClient;
import dev.bourse.cli.client.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What operators ask for is what happens. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OperatorIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Decision APPLIED = new Decision(true, "");

  @TempDir Path folder;

  @Test
  void shouldMoveAJobAwayFromAnAgentThatIsEmptied() throws Exception {
    try (Workbench bench = new Workbench(folder, 2)) {
      OperatorClient operator = bench.client().operator();
      String id = bench.submit(waiting(bench, "job"));
      awaitRunning(bench, id);
      String first = agentOf(bench, id);

      ObjectNode fast = Json.object().put("maxGrace", "1s");
      assertThat(operator.agent(first, "drain", fast)).isEqualTo(APPLIED);
      awaitState(bench, first, "DRAINED");
      await("the job's new place")
          .atMost(LIMIT)
          .until(() -> runs(bench, id) && !agentOf(bench, id).equals(first));

      assertThat(operator.agent(first, "reactivate", Json.object())).isEqualTo(APPLIED);
      awaitState(bench, first, "REGISTERED");
      Files.createFile(bench.file("end"));
      assertThat(bench.awaitEnd(id, LIMIT).state()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void shouldHoldALimitAndRefuseOneThatIsBroken() throws Exception {
    try (Workbench bench = new Workbench(folder)) {
      OperatorClient operator = bench.client().operator();
      String running = bench.submit(waiting(bench, "running").put("role", "eng"));
      awaitRunning(bench, running);

      ObjectNode limit = Json.object().put("limit", "cpus:0.5");
      assertThatThrownBy(() -> operator.setRole("eng", limit))
          .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.isConflict()).isTrue())
          .hasMessageContaining("limit: of role 'eng' is 'cpus:0.5', but it holds");
      assertThat(operator.setRole("eng", limit.put("force", true))).isEqualTo(APPLIED);
      assertThat(role(bench, "eng").at("/limit/cpus").asText()).isEqualTo("0.5");
      assertThat(runs(bench, running)).isTrue();

      String queued = bench.submit(waiting(bench, "queued").put("role", "eng"));
      await("the job in the queue")
          .atMost(LIMIT)
          .until(() -> role(bench, "eng").path("queuedJobs").asInt() == 1);
      ObjectNode none = Json.object();
      none.putNull("limit");
      assertThat(operator.setRole("eng", none)).isEqualTo(APPLIED);
      awaitRunning(bench, queued);
      Files.createFile(bench.file("end"));
      assertThat(bench.awaitEnd(running, LIMIT).state()).isEqualTo("SUCCEEDED");
      assertThat(bench.awaitEnd(queued, LIMIT).state()).isEqualTo("SUCCEEDED");
    }
  }

  private static ObjectNode waiting(Workbench bench, String id) {
    ObjectNode job = bench.job(id, "while [ ! -e end ]; do sleep 0.1; done");
    job.putObject("resources").put("cpus", 1);
    return job;
  }

  private static JsonNode role(Workbench bench, String name) throws ClientException {
    return find(bench.client().operator().roles(), "role", name);
  }

  private static void awaitRunning(Workbench bench, String id) {
    await("the start of " + id).atMost(LIMIT).until(() -> runs(bench, id));
  }

  private static boolean runs(Workbench bench, String id) throws ClientException {
    return bench.client().tasks(id).path(0).path("state").asText().equals("RUNNING");
  }

  private static String agentOf(Workbench bench, String id) throws ClientException {
    return bench.client().tasks(id).path(0).path("agent").asText();
  }

  private static void awaitState(Workbench bench, String agent, String state) {
    await(agent + " being " + state)
        .atMost(LIMIT)
        .until(
            () -> find(bench.client().agents(), "id", agent).path("state").asText().equals(state));
  }

  private static JsonNode find(JsonNode list, String field, String value) {
    for (JsonNode node : list) {
      if (node.path(field).asText().equals(value)) {
        return node;
      }
    }
    return Json.object();
  }
}
