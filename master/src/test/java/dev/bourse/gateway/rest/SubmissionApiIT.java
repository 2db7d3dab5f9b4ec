package dev.bourse.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.gateway.testing.GatewayTest;
import dev.bourse.gateway.testing.Views;
import dev.bourse.gateway.view.Position;
import dev.bourse.topics.codec.InputCodec;
import dev.bourse.topics.codec.Json;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.kafka.CloudEvents;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubmissionApiIT extends GatewayTest {

  @TestHTTPResource("/v1/jobs")
  URI jobs;

  @Test
  void shouldPutTheDocumentOnTheLog() throws Exception {
    String position =
        submit("{\"command\":[\"echo\",\"hi\"],\"resources\":{\"cpus\":0.5}}")
            .statusCode(202)
            .body("id", matchesPattern("[0-9a-z]{18}"))
            .header("Location", containsString("/v1/jobs/"))
            .extract()
            .path("position");

    ConsumerRecord<byte[], byte[]> record = master.submission(Position.parse(position));
    assertThat(CloudEvents.type(record.headers())).isEqualTo(RecordType.SUBMIT_JOB.ceType());
    JsonNode document = Json.readDocument(record.value());
    assertThat(document.get("id").textValue()).isEqualTo(new String(record.key()));
    assertThat(document.get("resources").get("cpus").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(document.size()).isEqualTo(3);
    assertThat(decode(record)).isInstanceOf(SubmitJob.class);
  }

  @Test
  void shouldKeepAnIdThatTheClientChose() throws Exception {
    String id = newId();
    String body = "{ \"id\": \"%s\", \"shell\": \"true\" }".formatted(id);

    String position =
        submit(body).statusCode(202).body("id", equalTo(id)).extract().path("position");

    ConsumerRecord<byte[], byte[]> record = master.submission(Position.parse(position));
    assertThat(new String(record.value())).isEqualTo(body);
  }

  @Test
  void shouldReportEveryFieldThatIsWrong() {
    submit("{\"comand\":[\"x\"],\"resources\":{\"cpus\":\"many\"},\"priority\":200}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:bourse:problem:invalid"))
        .body("title", equalTo("The request is not valid"))
        .body("status", equalTo(400))
        .body("errors.field", hasItem("comand"))
        .body("errors.field", hasItem("resources.cpus"))
        .body("errors.field", hasItem("priority"))
        .body("errors.message", hasItem(containsString("did you mean 'command'")));
  }

  @Test
  void shouldRefuseWhatIsNoJson() {
    submit("{\"command\":[")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors", hasSize(1))
        .body("errors[0].message", containsString("is not valid JSON at line 1"));
    submit("").statusCode(400).body("errors", hasSize(1));
    submit("[]").statusCode(400).body("errors[0].message", containsString("must be a JSON object"));
  }

  @Test
  void shouldRefuseAnotherMediaType() {
    given()
        .contentType(ContentType.TEXT)
        .body("command: x")
        .post("/v1/jobs")
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("status", equalTo(415));
  }

  @Test
  void shouldRefuseWhatIsTooLarge() {
    String large = "{\"shell\":\"" + "x".repeat(70_000) + "\"}";
    submit(large)
        .statusCode(413)
        .contentType("application/problem+json")
        .body("detail", containsString("65536 bytes"));
  }

  @Test
  void shouldRefuseWhatIsTooLargeAndDoesNotSaySo() throws Exception {
    byte[] large = ("{\"shell\":\"" + "x".repeat(200_000) + "\"}").getBytes();
    HttpRequest request =
        HttpRequest.newBuilder(jobs)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(response.body()).contains("\"status\":413");
    }
  }

  @Test
  void shouldCheckHowToWait() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"shell\":\"true\"}")
        .post("/v1/jobs?wait=soon&waitTimeout=1h")
        .then()
        .statusCode(400)
        .body("errors", hasSize(2))
        .body("errors.field", equalTo(java.util.List.of("wait", "waitTimeout")))
        .body("errors[0].message", containsString("'soon'"))
        .body("errors[1].message", containsString("at most 5m"));
  }

  @Test
  void shouldAnswerWhenTheWaitRunsOut() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"shell\":\"true\"}")
        .post("/v1/jobs?wait=done&waitTimeout=50ms")
        .then()
        .statusCode(202)
        .body("position", matchesPattern("[01]:[0-9]+"));
  }

  @Test
  void shouldWaitUntilDecidedRunningAndDone() throws Exception {
    String id = newId();
    Position position = submitted(id);
    var decided = resubmit(id, "decided");
    var running = resubmit(id, "running");
    var done = resubmit(id, "done");
    String later = new Position(position.partition(), position.offset() + 100).toString();

    master.write(Views.job(id).position(later).build());
    decided.get(10, TimeUnit.SECONDS).statusCode(200).body("state", equalTo("QUEUED"));
    master.write(Views.job(id).state(JobState.RUNNING).position(later).build());
    running.get(10, TimeUnit.SECONDS).statusCode(200).body("state", equalTo("RUNNING"));
    assertThat(done).isNotDone();
    master.write(Views.job(id).state(JobState.SUCCEEDED).position(later).build());
    done.get(10, TimeUnit.SECONDS)
        .statusCode(200)
        .body("state", equalTo("SUCCEEDED"))
        .body("exitCode", equalTo(0));
  }

  @Test
  void shouldAnswerWithTheReasonOfARejection() throws Exception {
    String id = newId();
    Position position = submitted(id);
    Position next = new Position(position.partition(), position.offset() + 1);
    master.reject(next, "the job exists with another document");

    resubmit(id, "done")
        .get(10, TimeUnit.SECONDS)
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", equalTo("the job exists with another document"));
    given()
        .get("/v1/jobs/" + id + "?position=" + next)
        .then()
        .statusCode(409)
        .body("detail", equalTo("the job exists with another document"));
  }

  @Test
  void shouldCancel() throws Exception {
    String id = newId();
    String position = submitted(id).toString();
    master.write(Views.job(id).position(position).build());

    String cancel =
        given()
            .delete("/v1/jobs/" + id + "?position=" + position)
            .then()
            .statusCode(202)
            .body("id", equalTo(id))
            .extract()
            .path("position");

    assertThat(decode(master.submission(Position.parse(cancel))))
        .isInstanceOfSatisfying(
            CancelJob.class, command -> assertThat(command.job().value()).isEqualTo(id));
    master.write(Views.job(id).state(JobState.CANCELLED).position(cancel).build());
    given()
        .delete("/v1/jobs/" + id + "?position=" + cancel)
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));
  }

  @Test
  void shouldNotCancelWhatIsOverOrUnknown() {
    given()
        .delete("/v1/jobs/old-1")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("SUCCEEDED"));
    given().delete("/v1/jobs/nobody").then().statusCode(404);
  }

  private static Position submitted(String id) {
    return Position.parse(submit(document(id)).statusCode(202).extract().path("position"));
  }

  private static String document(String id) {
    return "{\"id\":\"%s\",\"shell\":\"true\"}".formatted(id);
  }

  private static CompletableFuture<ValidatableResponse> resubmit(String id, String wait) {
    return CompletableFuture.supplyAsync(
        () ->
            given()
                .contentType(ContentType.JSON)
                .body(document(id))
                .post("/v1/jobs?wait=" + wait)
                .then());
  }

  private static ValidatableResponse submit(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/v1/jobs").then();
  }

  private static Object decode(ConsumerRecord<byte[], byte[]> record) {
    return InputCodec.submission(
        new InputCodec.Input(
            CloudEvents.type(record.headers()),
            record.key(),
            record.value(),
            record.timestamp(),
            record.partition(),
            record.offset()));
  }
}
