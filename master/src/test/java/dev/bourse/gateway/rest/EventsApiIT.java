package dev.bourse.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bourse.gateway.testing.GatewayTest;
import dev.bourse.gateway.testing.Sse;
import dev.bourse.gateway.testing.Views;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.task.TaskState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsApiIT extends GatewayTest {

  @TestHTTPResource("/v1/jobs/")
  URI base;

  @Test
  void shouldSendThePresentStateAndThenEveryChange() {
    String id = newId();
    master.write(Views.job(id).build());

    try (Sse sse = Sse.open(base + id + "/events?position=0:0")) {
      await().until(() -> sse.names().size() == 1);
      master.write(Views.task(id, TaskState.STAGING, "a1"));
      await().until(() -> sse.names().size() == 2);
      master.write(Views.job(id).state(JobState.RUNNING).build());
      await().until(() -> sse.names().size() == 3);
      master.write(Views.task(id, TaskState.FINISHED, "a1"));
      await().until(() -> sse.names().size() == 4);
      master.write(Views.job(id).state(JobState.SUCCEEDED).build());
      await().until(sse::ended);

      assertThat(sse.names()).containsExactly("job", "task", "job", "task", "job", "done");
      assertThat(sse.events().getFirst().data()).contains("\"state\":\"QUEUED\"");
      assertThat(sse.events().get(4).data()).contains("\"state\":\"SUCCEEDED\"");
      assertThat(sse.events().getLast().data()).isEqualTo("{\"state\":\"SUCCEEDED\"}");
    }
  }

  @Test
  void shouldEndAtOnceForAJobThatIsOver() {
    try (Sse sse = Sse.open(base + "old-1/events")) {
      await().until(sse::ended);
      assertThat(sse.names()).containsExactly("job", "done");
    }
  }

  @Test
  void shouldSayThatThereIsNoSuchJob() {
    given().get("/v1/jobs/nobody/events").then().statusCode(404);
  }
}
