package dev.bourse.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.bourse.gateway.testing.Decisions;
import dev.bourse.gateway.testing.GatewayTest;
import dev.bourse.gateway.testing.Views;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.FrameworkState;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RolesApiIT extends GatewayTest {

  @Test
  void shouldShowWhatIsKnownOfRoles() {
    String top = newRole();
    String role = top + "/backend";
    String id = newId();
    String agent = newId();
    String framework = newFramework();
    String unit = "unit-" + UUID.randomUUID();
    master.write(
        Views.agent(
            agent,
            AgentState.REGISTERED,
            "%s:8;cpus:1;cpus(+%s):2;memory(+%s):1024".formatted(unit, role, role),
            null));
    master.write(
        Views.frameworkTask(
            framework,
            "t",
            TaskState.RUNNING,
            agent,
            role,
            "%s:3;cpus(+%s):0.5;memory:256".formatted(unit, role)));
    master.write(Views.frameworkTask(framework, "o", TaskState.LOST, agent, role, unit + ":3"));
    master.write(Views.framework(framework, FrameworkState.CONNECTED, role));
    master.write(Views.framework(newFramework(), FrameworkState.REMOVED, role));
    master.write(Views.role(top, 1_500, "cpus:8;memory:16384;gpus:0", "cpus:2"));
    master.write(
        Views.job(id).spec("{\"shell\":\"x\",\"role\":\"" + role + "\"}").position("0:7").build());
    await().until(() -> Integer.valueOf(1).equals(given().get(path(role)).path("queuedJobs")));
    await().until(() -> List.of(framework).equals(given().get(path(role)).path("frameworks")));
    await().until(() -> given().get(path(top)).path("limit") != null);

    given()
        .get(path(top))
        .then()
        .statusCode(200)
        .body("role", equalTo(top))
        .body("weight", equalTo(1.5f))
        .body("limit.cpus", equalTo(8))
        .body("limit.memory", equalTo("16Gi"))
        .body("limit.gpus", equalTo(0))
        .body("guarantee.cpus", equalTo(2))
        .body("held.cpus", equalTo(0.5f))
        .body("held.memory", equalTo("256Mi"))
        .body("held.'" + unit + "'", equalTo(3))
        .body("reserved.cpus", equalTo(1.5f))
        .body("reserved.memory", equalTo("1Gi"))
        .body("share", equalTo(0.375f))
        .body("frameworks", hasSize(0))
        .body("queuedJobs", equalTo(0));
    given()
        .get(path(role))
        .then()
        .body("weight", equalTo(1))
        .body("limit", nullValue())
        .body("held.cpus", equalTo(0.5f));
    given().get("/v1/roles").then().body("roles.role", hasItems(top, role));
  }

  @Test
  void shouldKnowNothingOfOthers() {
    given()
        .get("/v1/roles/nobody/here")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("nobody/here"));
    given().get("/v1/roles/a//b").then().statusCode(400).body("errors[0].field", equalTo("role"));
    given().get("/v1/roles").then().body("roles.role", not(hasItem("nobody")));
  }

  @Test
  void shouldSetARoleInEveryCell() {
    String role = newRole() + "/web";
    try (Decisions decisions = master.decide(command -> null)) {
      put(path(role), "{\"limit\":\"cpus:8;memory:16384\",\"guarantee\":{\"cpus\":2},\"weight\":2}")
          .statusCode(200)
          .body("state", equalTo("APPLIED"))
          .body("positions", hasSize(4))
          .body("positions[0]", matchesPattern("0:[0-9]+"))
          .body("message", nullValue());

      SetQuota quota =
          new SetQuota(
              List.of(
                  new RoleQuota(
                      role, Quantities.parse("cpus:8;memory:16384"), Quantities.parse("cpus:2"))),
              null);
      SetWeights weights = new SetWeights(List.of(new RoleWeight(role, 2_000)));
      assertThat(decisions.commands())
          .containsExactlyInAnyOrder(quota, quota, weights, weights)
          .endsWith(weights, weights);
      assertThat(decisions.cells()).containsExactlyInAnyOrder(0, 1, 0, 1);
    }
  }

  @Test
  void shouldLeaveWhatIsAbsentAndTakeAwayWhatIsNull() {
    String role = newRole();
    try (Decisions decisions = master.decide(command -> null)) {
      put(path(role), "{\"limit\":\"cpus:8\"}").statusCode(200);
      put(path(role), "{\"guarantee\":\"cpus:2\",\"force\":true}").statusCode(200);
      put(path(role), "{\"limit\":null}").statusCode(200);

      assertThat(decisions.commands())
          .extracting(command -> ((SetQuota) command).quotas().getFirst())
          .containsExactly(
              quota(role, "cpus:8", null),
              quota(role, "cpus:8", null),
              quota(role, "cpus:8", "cpus:2"),
              quota(role, "cpus:8", "cpus:2"),
              quota(role, null, "cpus:2"),
              quota(role, null, "cpus:2"));
      assertThat(((SetQuota) decisions.commands().get(2)).force()).isTrue();
      given().get(path(role)).then().body("limit", nullValue()).body("guarantee.cpus", equalTo(2));
    }
  }

  @Test
  void shouldSetSeveralAtOnce() {
    String role = newRole();
    try (Decisions decisions = master.decide(command -> null)) {
      put(
              "/v1/quota",
              "{\"quotas\":[{\"role\":\"%s/a\",\"limit\":\"cpus:1\"},{\"role\":\"%s/b\",\"limit\":null}]}"
                  .formatted(role, role))
          .statusCode(200);

      assertThat(((SetQuota) decisions.commands().getFirst()).quotas())
          .containsExactly(quota(role + "/a", "cpus:1", null), quota(role + "/b", null, null));
    }
  }

  @Test
  void shouldSayWhyItIsRefused() {
    String role = newRole();
    String reason = "limit: of role 'x' is 'cpus:1', but it holds 'cpus:2'";
    try (Decisions decisions = master.decide(command -> reason)) {
      put(path(role), "{\"limit\":\"cpus:1\",\"weight\":2}")
          .statusCode(409)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:bourse:problem:conflict"))
          .body("detail", equalTo("cell 0: " + reason + "; cell 1: " + reason));
      // The weight that was to follow has not been asked for.
      assertThat(decisions.commands()).hasOnlyElementsOfType(SetQuota.class);
    }
  }

  @Test
  void shouldSayThatNobodyHasDecided() {
    put(path(newRole()), "{\"weight\":2}")
        .statusCode(202)
        .body("state", equalTo("PENDING"))
        .body("positions", hasSize(2))
        .body("message", containsString("No master has decided it within 5 s"));
  }

  @Test
  void shouldReportEveryFieldThatIsWrong() {
    put(path("eng"), "{\"limit\":{\"cpus\":\"many\"},\"weight\":0,\"wait\":1}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:bourse:problem:invalid"))
        .body("errors.field", hasItems("limit.cpus", "weight", "wait"))
        .body("errors", hasSize(3));
    put(path("eng"), "{\"limit\":\"cpus:1\",\"guarantee\":\"cpus:2\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("guarantee"))
        .body("errors[0].message", containsString("must not be above the limit"));
    put(path("eng"), "{}").statusCode(400).body("errors[0].message", containsString("must set"));
    put(path("-x"), "{\"weight\":1}").statusCode(400).body("errors[0].field", equalTo("role"));
    put("/v1/quota", "{\"quotas\":[{\"limit\":\"cpus:1\"},{\"role\":\"a\",\"limt\":1}]}")
        .statusCode(400)
        .body("errors.field", contains("quotas[0].role", "quotas[1].limt"));
    put("/v1/quota", "{\"quotas\":[{\"role\":\"a\"},{\"role\":\"a\"}]}")
        .statusCode(400)
        .body("errors.field", hasItem("quotas[1].role"));
    put("/v1/quota", "[]").statusCode(400).body("errors[0].field", equalTo(""));
    given().contentType(ContentType.TEXT).body("x").put("/v1/quota").then().statusCode(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eng//x", "eng/", "eng/./x", "eng/../x", "/eng", "eng/%2e%2e/x"})
  void shouldNotTakeARoleForAnother(String role) throws Exception {
    // Others put the path in order themselves.
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path(role)))
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofString("{\"weight\":2}"))
              .build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("\"field\":\"role\"");
    }
  }

  private static RoleQuota quota(String role, String limit, String guarantee) {
    return new RoleQuota(
        role,
        limit == null ? null : Quantities.parse(limit),
        guarantee == null ? null : Quantities.parse(guarantee));
  }

  private static ValidatableResponse put(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).put(path).then();
  }

  private static String path(String role) {
    return "/v1/roles/" + role;
  }

  private static String newRole() {
    return "r-" + UUID.randomUUID();
  }

  private static String newFramework() {
    return "f-" + UUID.randomUUID();
  }
}
