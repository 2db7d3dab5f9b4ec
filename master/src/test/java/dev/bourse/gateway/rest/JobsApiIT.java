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

import dev.bourse.gateway.testing.GatewayTest;
import dev.bourse.gateway.testing.Views;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.task.TaskState;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsApiIT extends GatewayTest {

  @Test
  void shouldKnowWhatWasThereBeforeItStarted() {
    given()
        .get("/v1/jobs/old-1")
        .then()
        .statusCode(200)
        .body("state", equalTo("SUCCEEDED"))
        .body("submittedAt", equalTo("1970-01-01T00:00:01.000Z"));
    given().get("/v1/jobs/old-2").then().statusCode(200);
    given()
        .get("/v1/jobs/old-ended")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", equalTo("There is no job old-ended."));
  }

  @Test
  void shouldShowTheDocumentAsAUserWritesIt() {
    String id = newId();
    String document =
        """
        {"command":["echo","hi"],"name":"n","labels":{"team":"x"},"role":"eng/web",
         "resources":{"cpus":"500m","memory":"1Gi"},"timeout":"90s"}""";
    master.write(Views.job(id).spec(document).position("0:3").build());

    given()
        .get("/v1/jobs/" + id + "?position=0:3")
        .then()
        .statusCode(200)
        .body("name", equalTo("n"))
        .body("role", equalTo("eng/web"))
        .body("labels.team", equalTo("x"))
        .body("position", equalTo("0:3"))
        .body("attempts", equalTo(0))
        .body("startedAt", nullValue())
        .body("spec.command", equalTo(List.of("echo", "hi")))
        .body("spec.resources.cpus", equalTo(0.5f))
        .body("spec.resources.memory", equalTo("1Gi"))
        .body("spec.timeout", equalTo("1m30s"));
  }

  @Test
  void shouldShowWhyAJobWasRejected() {
    String id = newId();
    master.write(Views.job(id).state(JobState.REJECTED).build());

    given()
        .get("/v1/jobs/" + id + "?position=0:0")
        .then()
        .statusCode(200)
        .body("state", equalTo("REJECTED"))
        .body("spec", nullValue())
        .body("errors[0].field", equalTo("command"));
  }

  @Test
  void shouldListNewestFirstAndPageByPage() {
    String label = UUID.randomUUID().toString();
    for (int i = 0; i < 5; i++) {
      String document =
          "{\"shell\":\"x\",\"role\":\"%s\",\"labels\":{\"l\":\"%s\",\"n\":\"%d\"}}"
              .formatted(i == 0 ? "eng" : "eng/web", label, i);
      master.write(Views.job(label + "-" + i).spec(document).submittedAt(10_000 + i).build());
    }
    await().until(() -> ids("/v1/jobs?label=l=" + label).size() == 5);

    assertThat(ids("/v1/jobs?limit=2&label=l=" + label))
        .containsExactly(label + "-4", label + "-3");
    given()
        .get("/v1/jobs?limit=2&label=l=" + label + "&after=" + label + "-3")
        .then()
        .body("jobs.id", equalTo(List.of(label + "-2", label + "-1")))
        .body("next", equalTo(label + "-1"));
    given()
        .get("/v1/jobs?limit=2&label=l=" + label + "&after=" + label + "-1")
        .then()
        .body("jobs", hasSize(1))
        .body("next", nullValue());
    assertThat(ids("/v1/jobs?label=l=" + label + "&label=n=2")).containsExactly(label + "-2");
    assertThat(ids("/v1/jobs?role=eng/web&label=l=" + label)).hasSize(4);
    assertThat(ids("/v1/jobs?role=eng&label=l=" + label)).hasSize(5);
    assertThat(ids("/v1/jobs?state=RUNNING&label=l=" + label)).isEmpty();
  }

  @Test
  void shouldForgetWhatHasEnded() {
    String id = newId();
    master.write(Views.job(id).build());
    given().get("/v1/jobs/" + id + "?position=0:0").then().statusCode(200);

    master.end(Topic.JOBS, id);

    await().until(() -> given().get("/v1/jobs/" + id).statusCode() == 404);
    given().get("/v1/jobs").then().body("jobs.id", not(hasItem(id)));
  }

  @Test
  void shouldCheckParameters() {
    given()
        .get("/v1/jobs?limit=0&state=GONE&label=x&after=--")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", hasItem("limit"))
        .body("errors.field", hasItem("state"))
        .body("errors.field", hasItem("after"))
        .body("errors.message", hasItem("is '0', but must be a whole number from 1 to 1000"))
        .body("errors.message", hasItem(containsString("one of")))
        .body("errors", hasSize(4));
    given()
        .get("/v1/jobs?after=nobody")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("after"));
    given().get("/v1/jobs/-x").then().statusCode(400).body("errors[0].field", equalTo("id"));
    given()
        .get("/v1/jobs/x?position=1")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("position"));
    given()
        .get("/v1/jobs/x/logs?follow=1")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("follow"));
    given()
        .get("/v1/jobs/x/logs?stream=std")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("stream"));
  }

  @Test
  void shouldShowTasks() {
    String id = newId();
    master.write(Views.job(id).state(JobState.RUNNING).build());
    master.write(Views.task(id, TaskState.FAILED, "a1"));
    given().get("/v1/jobs/" + id + "?position=0:0").then().statusCode(200);
    await().until(() -> !given().get("/v1/jobs/" + id + "/tasks").path("tasks").equals(List.of()));

    given()
        .get("/v1/jobs/" + id + "/tasks")
        .then()
        .statusCode(200)
        .body("tasks", hasSize(1))
        .body("tasks[0].id", equalTo(id + ".0"))
        .body("tasks[0].exitCode", equalTo(3))
        .body("tasks[0].reason", equalTo("COMMAND_ENDED"))
        .body("tasks[0].resources.memory", equalTo("256Mi"))
        .body("tasks[0].endedAt", equalTo("1970-01-01T00:00:03.000Z"))
        .body("tasks[0].earlier", hasSize(0));
    given().get("/v1/jobs/nobody/tasks").then().statusCode(404);
  }

  @Test
  void shouldShowAgentsAndWhatIsInUse() {
    String agent = newId();
    String job = newId();
    master.write(Views.agent(agent));
    master.write(Views.task(job, TaskState.RUNNING, agent));
    String path = "agents.find { it.id == '" + agent + "' }";
    await()
        .until(() -> Integer.valueOf(1).equals(given().get("/v1/agents").path(path + "?.tasks")));

    given()
        .get("/v1/agents")
        .then()
        .statusCode(200)
        .body(path + ".state", equalTo("REGISTERED"))
        .body(path + ".resources.memory", equalTo("4Gi"))
        .body(path + ".used.cpus", equalTo(0.5f))
        .body(path + ".available.cpus", equalTo(3.5f))
        .body(path + ".available.memory", equalTo("3840Mi"))
        .body(path + ".available.ports", equalTo("[31000-32000]"))
        .body(path + ".attributes.rack", equalTo("r1"));

    master.write(Views.task(job, TaskState.FINISHED, agent));
    await().until(() -> Integer.valueOf(0).equals(given().get("/v1/agents").path(path + ".tasks")));
  }

  @Test
  void shouldAnswerWithAProblemWhateverIsWrong() {
    given()
        .get("/v2/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("/q/openapi"));
    given()
        .put("/v1/jobs")
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("title", equalTo("Method not allowed"));
    given()
        .accept("image/png")
        .get("/v1/agents")
        .then()
        .statusCode(406)
        .contentType("application/problem+json");
  }

  @Test
  void shouldTellWhetherItIsReady() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void shouldDescribeItself() {
    given()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("info.title", equalTo("Bourse"))
        .body("paths.'/v1/jobs'.post.responses.'202'.description", containsString("log"))
        .body(
            "paths.'/v1/jobs/{id}/logs'.get.responses.'200'.content.keySet()",
            hasItem("text/event-stream"))
        .body("paths.'/v1/agents'.get.summary", equalTo("List agents"));
  }

  private static List<String> ids(String path) {
    return given().get(path).then().statusCode(200).extract().path("jobs.id");
  }
}
