package dev.bourse.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.bourse.gateway.testing.Decisions;
import dev.bourse.gateway.testing.GatewayTest;
import dev.bourse.gateway.testing.Views;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.FrameworkState;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FrameworksApiIT extends GatewayTest {

  @Test
  void shouldShowAFrameworkAndItsTasks() {
    String id = newFramework();
    master.write(Views.framework(id, FrameworkState.CONNECTED, "eng", "eng/web"));
    master.write(Views.frameworkTask(id, "t1", TaskState.RUNNING, "a1", "eng", "cpus(+eng):1.5"));
    master.write(Views.frameworkTask(id, "t2", TaskState.RUNNING, "a1", "eng", "memory:256"));
    master.write(Views.frameworkTask(id, "t3", TaskState.FAILED, "a1", "eng", "cpus:9"));
    master.offers(Views.offer(id, 1, "a1", "eng", "cpus:2"));
    master.offers(Views.offer(id, 2, "a2", "eng", "cpus:2"));
    master.offers(Views.offerEnded(id, 1));
    await().until(() -> Map.of("RUNNING", 2, "FAILED", 1).equals(get(id, "tasks")));
    await().until(() -> Integer.valueOf(1).equals(get(id, "offers")));

    given()
        .get("/v1/frameworks/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("the " + id))
        .body("state", equalTo("CONNECTED"))
        .body("roles", equalTo(List.of("eng", "eng/web")))
        .body("suppressedRoles", equalTo(List.of("eng")))
        .body("capabilities", equalTo(List.of("MULTI_ROLE")))
        .body("held.cpus", equalTo(1.5f))
        .body("held.memory", equalTo("256Mi"))
        .body("principal", equalTo("alice"))
        .body("failoverTimeout", equalTo("1m"))
        .body("subscribedAt", equalTo("1970-01-01T00:00:01.000Z"))
        .body("removalAt", nullValue());
    given().get("/v1/frameworks").then().body("frameworks.id", hasItem(id));
    given()
        .get("/v1/frameworks/" + id + "/tasks")
        .then()
        .statusCode(200)
        .body("tasks", hasSize(3))
        .body("tasks[0].id", equalTo(id + "~t1"))
        .body("tasks[0].job", nullValue())
        .body("tasks[0].framework", equalTo(id));
    given()
        .get("/v1/frameworks/nobody")
        .then()
        .statusCode(404)
        .body("detail", equalTo("There is no framework nobody."));
  }

  @Test
  void shouldShowOffers() {
    String id = newFramework();
    master.offers(Views.offer(id, 7, "a1", "eng", "cpus(+eng):2;memory:512"));
    master.offers(Views.offer(id, 8, "a2", "eng", "cpus:1"));
    await()
        .until(
            () ->
                List.of(7, 8)
                    .equals(given().get("/v1/offers?framework=" + id).path("offers.offer")));

    given()
        .get("/v1/offers?framework=" + id + "&agent=a1")
        .then()
        .statusCode(200)
        .body("offers", hasSize(1))
        .body("offers[0].framework", equalTo(id))
        .body("offers[0].agent", equalTo("a1"))
        .body("offers[0].role", equalTo("eng"))
        .body("offers[0].resources.'cpus(+eng)'", equalTo(2))
        .body("offers[0].resources.memory", equalTo("512Mi"))
        .body("offers[0].since", equalTo("1970-01-01T00:00:07.000Z"))
        .body("offers[0].expires", equalTo("1970-01-01T00:01:00.000Z"));
    given().get("/v1/offers?agent=-").then().statusCode(400);
  }

  @Test
  void shouldTearDownWhereverTheFrameworkLives() {
    String id = newFramework();
    master.write(Views.framework(id, FrameworkState.CONNECTED, "eng"));
    await().until(() -> get(id, "id") != null);
    AtomicInteger asked = new AtomicInteger();
    try (Decisions decisions =
        master.decide(command -> asked.getAndIncrement() == 0 ? "unknown" : null)) {
      given().delete("/v1/frameworks/" + id).then().statusCode(200);
      assertThat(decisions.commands())
          .containsOnly(new TeardownFramework(new FrameworkId(id), null))
          .hasSize(2);
    }
    try (Decisions _ = master.decide(command -> "framework: there is none")) {
      given()
          .delete("/v1/frameworks/" + id)
          .then()
          .statusCode(409)
          .body("detail", containsString("framework: there is none"));
    }
    given().delete("/v1/frameworks/nobody").then().statusCode(404);
  }

  private static Object get(String id, String field) {
    return given().get("/v1/frameworks/" + id).path(field);
  }

  private static String newFramework() {
    return newId().substring(0, 20);
  }
}
