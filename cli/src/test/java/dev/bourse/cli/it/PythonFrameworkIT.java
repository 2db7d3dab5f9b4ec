package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A framework needs nothing of ours: a Kafka client is enough. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PythonFrameworkIT {

  private static final int COUNT = 10;
  private static final List<String> TASKS =
      IntStream.range(0, COUNT).mapToObj(i -> "hello-" + i).toList();

  @TempDir Path folder;

  @BeforeEach
  void requirePython() throws Exception {
    Python.require(folder);
  }

  @Test
  void shouldPassItsOwnTests() throws Exception {
    String tests = Script.inRoot("examples/python").toString();
    Script.Result result =
        Python.run(folder, "-m", "unittest", "discover", "-s", tests, "-p", "*_test.py");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).contains("OK").doesNotContain("Ran 0 tests");
  }

  @Test
  void shouldRunItsTasks() throws Exception {
    try (Workbench bench = new Workbench(folder, 2);
        Script python =
            Python.startFramework(
                bench,
                folder,
                "--framework=py",
                "--role=eng",
                "--tasks=" + COUNT,
                "--cpus=0.5",
                "--",
                "sh",
                "-c",
                "echo $BOURSE_TASK >> '" + bench.file("done") + "'")) {
      Script.Result result = python.await();
      assertThat(result.code()).as(result.out() + result.err()).isZero();
      assertThat(result.out())
          .endsWith("finished " + COUNT + "\n")
          .doesNotContain("refused", "FAILED", "LOST");
      for (String task : TASKS) {
        assertThat(result.out().lines()).containsOnlyOnce(task + " FINISHED  ");
      }
      assertThat(bench.done()).containsExactlyInAnyOrderElementsOf(TASKS);
      await("what everybody sees")
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () -> {
                JsonNode shown = bench.get("/v1/frameworks/py");
                assertThat(shown.path("state").asText()).isEqualTo("REMOVED");
                assertThat(finished(bench.get("/v1/frameworks/py/tasks").path("tasks")))
                    .isEqualTo(COUNT);
              });
    }
  }

  private static long finished(JsonNode tasks) {
    return StreamSupport.stream(tasks.spliterator(), false)
        .filter(task -> task.path("state").asText().equals("FINISHED"))
        .filter(task -> task.path("framework").asText().equals("py"))
        .filter(task -> task.path("role").asText().equals("eng"))
        .count();
  }
}
