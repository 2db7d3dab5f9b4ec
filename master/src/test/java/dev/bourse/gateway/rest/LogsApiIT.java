package dev.bourse.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bourse.gateway.log.LogReader;
import dev.bourse.gateway.testing.GatewayTest;
import dev.bourse.gateway.testing.Sse;
import dev.bourse.gateway.testing.Views;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.log.LogStream;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogsApiIT extends GatewayTest {

  @TestHTTPResource("/v1/jobs/")
  URI base;

  @Inject LogReader reader;

  @Test
  void shouldFollowUntilBothStreamsHaveEndedAndTheJobIsOver() {
    String id = running();
    try (Sse sse = Sse.open(base + id + "/logs?follow=true")) {
      log(id, LogStream.STDOUT, 0, "hi\n", false);
      await().until(() -> sse.names().size() == 1);
      log(id, LogStream.STDOUT, 0, "hi\nyou\n", false);
      log(id, LogStream.STDERR, 0, "oh\n", true);
      log(id, LogStream.STDOUT, 7, "", true);
      await().until(() -> sse.names().size() == 5);
      assertThat(sse.ended()).isFalse();
      master.write(Views.job(id).state(JobState.SUCCEEDED).build());
      await().until(sse::ended);

      assertThat(sse.events())
          .containsExactly(
              new Sse.Event("stdout", "{\"attempt\":1,\"position\":0,\"text\":\"hi\\n\"}"),
              new Sse.Event("stdout", "{\"attempt\":1,\"position\":3,\"text\":\"you\\n\"}"),
              new Sse.Event("stderr", "{\"attempt\":1,\"position\":0,\"text\":\"oh\\n\"}"),
              new Sse.Event("end", "{\"attempt\":1,\"stream\":\"stderr\",\"dropped\":0}"),
              new Sse.Event("end", "{\"attempt\":1,\"stream\":\"stdout\",\"dropped\":0}"),
              new Sse.Event("done", "{\"state\":\"SUCCEEDED\"}"));
      assertThat(sse.hasComment()).isTrue();
    }
    await().until(() -> reader.active() == 0);
  }

  @Test
  void shouldShowWhatIsThereNow() {
    String id = running();
    log(newId(), LogStream.STDOUT, 0, "another job's\n", false);
    log(id, LogStream.STDOUT, 0, "out\n", false);
    log(id, LogStream.STDERR, 0, "err\n", false);

    try (Sse sse = Sse.open(base + id + "/logs")) {
      await().until(sse::ended);
      assertThat(sse.names()).containsExactly("stdout", "stderr", "done");
      assertThat(sse.events().getLast().data()).isEqualTo("{\"state\":\"RUNNING\"}");
    }
    try (Sse sse = Sse.open(base + id + "/logs?stream=stderr")) {
      await().until(sse::ended);
      assertThat(sse.names()).containsExactly("stderr", "done");
    }
  }

  @Test
  void shouldSendBytesThatAreNoTextAsBase64() {
    String id = running();
    master.log(chunk(id, LogStream.STDOUT, 0, new byte[] {(byte) 0xc3}, false));

    try (Sse sse = Sse.open(base + id + "/logs")) {
      await().until(sse::ended);
      assertThat(sse.events().getFirst().data())
          .isEqualTo("{\"attempt\":1,\"position\":0,\"base64\":\"ww==\"}");
    }
  }

  @Test
  void shouldNotWaitForTheOutputOfWhatNeverRan() {
    String id = newId();
    master.write(Views.job(id).state(JobState.FAILED).neverStarted().build());

    try (Sse sse = Sse.open(base + id + "/logs?follow=true&position=0:0")) {
      await().until(sse::ended);
      assertThat(sse.names()).containsExactly("done");
    }
  }

  @Test
  void shouldNotWaitForEverForAnEndThatNeverComes() {
    String id = newId();
    long longAgo = System.currentTimeMillis() - 60_000;
    master.write(Views.job(id).state(JobState.FAILED).endedAt(longAgo).build());
    given().get("/v1/jobs/" + id + "?position=0:0").then().statusCode(200);
    log(id, LogStream.STDOUT, 0, "last words\n", false);

    try (Sse sse = Sse.open(base + id + "/logs?follow=true")) {
      await().until(sse::ended);
      assertThat(sse.names()).containsExactly("stdout", "done");
    }
  }

  @Test
  void shouldLetGoOfAClientThatIsGone() {
    String id = running();
    Sse sse = Sse.open(base + id + "/logs?follow=true");
    await().until(() -> reader.active() > 0);

    sse.close();

    await().until(() -> reader.active() == 0);
  }

  @Test
  void shouldReadNoFasterThanTheClient() throws Exception {
    String id = running();
    byte[] piece = new byte[LogChunk.MAX_BYTES];
    for (int i = 0; i < 200; i++) {
      master.log(chunk(id, LogStream.STDOUT, (long) i * piece.length, piece, false));
    }

    try (Socket client = new Socket(base.getHost(), base.getPort())) {
      client
          .getOutputStream()
          .write(("GET /v1/jobs/" + id + "/logs HTTP/1.1\r\nHost: x\r\n\r\n").getBytes());
      await().until(() -> reader.active() > 0);
      // It would be through with all of it long before, if it did not wait for the client.
      await().during(Duration.ofSeconds(2)).until(() -> reader.active() > 0);
    }
    await().until(() -> reader.active() == 0);
  }

  @Test
  void shouldSayThatThereIsNoSuchJob() {
    given()
        .get("/v1/jobs/nobody/logs?follow=true")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void shouldRefuseMoreRequestsThanItCanServe() {
    String id = running();
    int taken = 0;
    while (reader.tryAcquire()) {
      taken++;
    }
    try {
      given()
          .get("/v1/jobs/" + id + "/logs")
          .then()
          .statusCode(503)
          .header("Retry-After", "2")
          .contentType("application/problem+json");
    } finally {
      for (int i = 0; i < taken; i++) {
        reader.release();
      }
    }
  }

  private String running() {
    String id = newId();
    master.write(Views.job(id).state(JobState.RUNNING).build());
    given().get("/v1/jobs/" + id + "?position=0:0").then().statusCode(200);
    return id;
  }

  private void log(String job, LogStream stream, long position, String text, boolean end) {
    master.log(chunk(job, stream, position, text.getBytes(StandardCharsets.UTF_8), end));
  }

  private static LogChunk chunk(
      String job, LogStream stream, long position, byte[] bytes, boolean end) {
    return new LogChunk(TaskId.of(new JobId(job), 0), 1, 7, stream, position, bytes, end, 0);
  }
}
