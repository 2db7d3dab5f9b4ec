package dev.bourse.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.bourse.gateway.testing.Decisions;
import dev.bourse.gateway.testing.GatewayTest;
import dev.bourse.gateway.testing.Views;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.command.UnreserveResources;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.Upkeep;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentOperationsApiIT extends GatewayTest {

  private static final Window WINDOW = new Window(60_000, 7_200_000L);

  @Test
  void shouldShowReservationsAndUpkeep() {
    String agent = newId();
    write(agent, AgentState.REGISTERED, Upkeep.NONE.draining(90_000, 10_000L, true));
    await().until(() -> "DRAINING".equals(state(agent)));

    String path = path(agent);
    given()
        .get("/v1/agents")
        .then()
        .statusCode(200)
        .body(path + ".region", equalTo("eu"))
        .body(path + ".zone", equalTo("eu-1"))
        .body(path + ".resources.'cpus(+eng)'", equalTo(2))
        .body(path + ".reserved.eng.cpus", equalTo(2))
        .body(path + ".reserved.eng.memory", equalTo("1Gi"))
        .body(path + ".upkeep.drain", equalTo("DRAINING"))
        .body(path + ".upkeep.drainDeadline", equalTo("1970-01-01T00:01:30.000Z"))
        .body(path + ".upkeep.maxGrace", equalTo("10s"))
        .body(path + ".upkeep.markGone", equalTo(true))
        .body(path + ".upkeep.down", equalTo(false));

    write(agent, AgentState.REGISTERED, Upkeep.NONE.drained());
    await().until(() -> "DRAINED".equals(state(agent)));
    write(agent, AgentState.REGISTERED, Upkeep.NONE.withDeactivated(true));
    await().until(() -> "DEACTIVATED".equals(state(agent)));
    write(agent, AgentState.UNREACHABLE, Upkeep.NONE.withDeactivated(true));
    await().until(() -> "UNREACHABLE".equals(state(agent)));
    write(agent, AgentState.GONE, Upkeep.NONE.asDown());
    await().until(() -> "DOWN".equals(state(agent)));
    write(agent, AgentState.REGISTERED, Upkeep.NONE);
    await().until(() -> "REGISTERED".equals(state(agent)));
    given().get("/v1/agents").then().body(path + ".upkeep", nullValue());
  }

  @Test
  void shouldDoToAnAgentWhatIsWanted() {
    String name = known();
    AgentId agent = new AgentId(name);
    try (Decisions decisions = master.decide(command -> null)) {
      post(name, "drain", "{\"maxGrace\":\"30s\",\"deadline\":\"5m\",\"markGone\":true}")
          .statusCode(200)
          .body("state", equalTo("APPLIED"))
          .body("positions", hasSize(1));
      given().noContentType().post("/v1/agents/" + name + "/drain").then().statusCode(200);
      given().noContentType().post("/v1/agents/" + name + "/deactivate").then().statusCode(200);
      post(name, "reactivate", "{}").statusCode(200);
      post(name, "gone", "{}").statusCode(200);
      post(name, "reserve", "{\"resources\":\"cpus(+eng):2\"}").statusCode(200);
      post(name, "reserve", "{\"resources\":\"cpus(+eng):2\",\"source\":{\"cpus(+ops)\":2}}")
          .statusCode(200);
      post(name, "unreserve", "{\"resources\":{\"memory(+eng)\":\"1Gi\"}}").statusCode(200);

      assertThat(decisions.commands())
          .containsExactly(
              new DrainAgent(agent, 30_000L, 300_000L, true),
              new DrainAgent(agent, null, null, null),
              new DeactivateAgent(agent),
              new ReactivateAgent(agent),
              new MarkAgentGone(agent),
              new ReserveResources(agent, Resources.parse("cpus(+eng):2")),
              new ReserveResources(
                  agent, Resources.parse("cpus(+eng):2"), Resources.parse("cpus(+ops):2")),
              new UnreserveResources(agent, Resources.parse("memory(+eng):1024")));
      assertThat(decisions.cells()).containsOnly(Keys.partition(name, 2));
    }
  }

  @Test
  void shouldSayWhyItIsRefused() {
    String agent = known();
    try (Decisions _ = master.decide(command -> "agent: 'x' is being emptied")) {
      post(agent, "reactivate", "{}")
          .statusCode(409)
          .contentType("application/problem+json")
          .body("detail", equalTo("agent: 'x' is being emptied"));
    }
    given()
        .noContentType()
        .post("/v1/agents/nobody/drain")
        .then()
        .statusCode(404)
        .body("detail", equalTo("There is no agent nobody."));
    post(agent, "drain", "{\"deadline\":\"soon\",\"grace\":1}")
        .statusCode(400)
        .body("errors.field", equalTo(List.of("deadline", "grace")));
    post(agent, "gone", "{\"sure\":true}").statusCode(400);
    post(agent, "reserve", "{}").statusCode(400).body("errors[0].message", equalTo("is missing"));
    post(agent, "reserve", "{\"resources\":\"\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("resources"));
    post(agent, "unreserve", "{\"resources\":\"cpus(:1\"}").statusCode(400);
    post(agent, "reserve", "{\"resources\":\"cpus(+a):1\",\"source\":\"cpus(+b):2\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("source"));
  }

  @Test
  void shouldRememberWhatHasNoJournalEntry() {
    String agent = known();
    try (Decisions _ = master.decide(command -> "internal error")) {
      post(agent, "gone", "{}").statusCode(409).body("detail", containsString("internal error"));
    }
  }

  @Test
  void shouldTakeAgentsOutOfService() {
    List<AgentId> agents = List.of(ofCell(0), ofCell(1), ofCell(0));
    String list =
        "[\"" + String.join("\",\"", agents.stream().map(AgentId::value).toList()) + "\"]";
    List<AgentId> first = List.of(agents.get(0), agents.get(2));
    List<AgentId> second = List.of(agents.get(1));
    try (Decisions decisions = master.decide(command -> null)) {
      post(
              "/v1/maintenance",
              "{\"agents\":%s,\"start\":\"1970-01-01T00:01:00Z\",\"duration\":\"2h\"}"
                  .formatted(list))
          .statusCode(200)
          .body("positions", hasSize(2));
      post("/v1/maintenance", "{\"agents\":%s,\"start\":null}".formatted(list)).statusCode(200);
      post("/v1/maintenance/start", "{\"agents\":%s}".formatted(list)).statusCode(200);
      post("/v1/maintenance/end", "{\"agents\":%s}".formatted(list)).statusCode(200);

      assertThat(decisions.commands())
          .containsExactlyInAnyOrder(
              new ScheduleMaintenance(first, WINDOW),
              new ScheduleMaintenance(second, WINDOW),
              new ScheduleMaintenance(first, null),
              new ScheduleMaintenance(second, null),
              new StartMaintenance(first),
              new StartMaintenance(second),
              new EndMaintenance(first),
              new EndMaintenance(second));
    }
    try (Decisions _ =
        master.decide(
            command -> command.equals(new EndMaintenance(second)) ? "agents: are not" : null)) {
      post("/v1/maintenance/end", "{\"agents\":%s}".formatted(list))
          .statusCode(409)
          .body("detail", equalTo("cell 1: agents: are not; other cells have applied it"));
    }
    post("/v1/maintenance", "{\"agents\":[\"a\"],\"duration\":\"0s\"}")
        .statusCode(400)
        .body("errors.field", equalTo(List.of("start", "duration")));
    post("/v1/maintenance/start", "{}").statusCode(400).body("errors[0].field", equalTo("agents"));
  }

  @Test
  void shouldListWhatIsScheduled() {
    String agent = newId();
    String other = known();
    write(agent, AgentState.REGISTERED, Upkeep.NONE.withUnavailability(WINDOW));
    String path = path(agent).replace(".id", ".agent");
    await().until(() -> given().get("/v1/maintenance").path(path) != null);

    given()
        .get("/v1/maintenance")
        .then()
        .statusCode(200)
        .body(path + ".state", equalTo("REGISTERED"))
        .body(path + ".down", equalTo(false))
        .body(path + ".start", equalTo("1970-01-01T00:01:00.000Z"))
        .body(path + ".duration", equalTo("2h"))
        .body("agents.agent", hasItem(agent))
        .body("agents.agent", not(hasItem(other)));
  }

  private String known() {
    String agent = newId();
    write(agent, AgentState.REGISTERED, null);
    await().until(() -> state(agent) != null);
    return agent;
  }

  private void write(String agent, AgentState state, Upkeep upkeep) {
    master.write(Views.agent(agent, state, "cpus:4;cpus(+eng):2;memory(+eng):1024", upkeep));
  }

  private static AgentId ofCell(int cell) {
    String id = newId();
    while (Keys.partition(id, 2) != cell) {
      id = newId();
    }
    return new AgentId(id);
  }

  private static Object state(String agent) {
    return given().get("/v1/agents").path(path(agent) + "?.state");
  }

  private static String path(String agent) {
    return "agents.find { it.id == '" + agent + "' }";
  }

  private static ValidatableResponse post(String agent, String what, String body) {
    return post("/v1/agents/" + agent + "/" + what, body);
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }
}
