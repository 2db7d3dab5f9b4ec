package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.sdk.example.HelloFramework;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.task.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A framework does not notice what dies around it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SchedulerIT {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int COUNT = 20;

  /**
   * Takes a number. Five of the first fail; from the 8th on they wait for the file {@code a}, from
   * the 18th on for {@code b}. Who ends well says so, once.
   */
  private static final String LINE =
      """
      n=1; while ! mkdir run-$n 2>/dev/null; do n=$((n+1)); done
      case $n in 1|4|7|10|13) exit 1;; esac
      [ $n -lt 8 ] || while [ ! -e a ]; do sleep 0.2; done
      [ $n -lt 18 ] || while [ ! -e b ]; do sleep 0.2; done
      echo $BOURSE_TASK >> done
      """;

  @TempDir Path folder;

  @Test
  void shouldEndEachTaskOnceWhenTheMasterAndAnAgentAreKilled() throws Exception {
    HelloFramework hello =
        new HelloFramework(
            Quantities.parse("cpus:0.5;memory:32"),
            COUNT,
            List.of("sh", "-c", "cd " + folder + "\n" + LINE));
    TaskBook book = new TaskBook(hello);
    try (Workbench bench = new Workbench(folder, 2);
        RunningFramework running = new RunningFramework(bench, "hello", info(), book)) {
      // All places are taken by tasks that wait; they end while there is no master.
      awaitRun(bench, 17);
      bench.cluster().killMaster();
      assertThat(bench.done()).hasSize(4);
      Files.createFile(bench.file("a"));
      await("ends without a master").atMost(LIMIT).until(() -> bench.done().size() == 12);
      bench.cluster().startMaster();

      // The same without an agent.
      awaitRun(bench, 25);
      bench.cluster().killAgent();
      assertThat(bench.done()).hasSize(12);
      assertThat(running.isOver()).isFalse();
      Files.createFile(bench.file("b"));
      await("ends without an agent").atMost(LIMIT).until(() -> bench.done().size() == COUNT);
      bench.cluster().startAgent();
      running.awaitEnd(LIMIT);

      assertThat(hello.summary()).isEqualTo("20 of 20 finished, in 25 launches");
      assertThat(book.contradictions()).isEmpty();
      assertThat(book.ended(TaskState.FINISHED))
          .hasSize(COUNT)
          .containsExactlyInAnyOrderElementsOf(bench.done());
      assertThat(book.ended(TaskState.FAILED)).hasSize(5);
      assertThat(book.agents()).containsExactly("agent-1", "agent-2");
      assertThat(book.causes()).isNotEmpty().last().isEqualTo("REMOVED");
      await("what everybody sees")
          .atMost(LIMIT)
          .untilAsserted(
              () -> {
                JsonNode shown = bench.get("/v1/frameworks/hello");
                assertThat(shown.path("state").asText()).isEqualTo("REMOVED");
                assertThat(countByState(bench.get("/v1/frameworks/hello/tasks").path("tasks")))
                    .isEqualTo(Map.of("FINISHED", COUNT, "FAILED", 5));
              });
    }
  }

  private static FrameworkInfo info() {
    return new FrameworkInfo(
        "hello",
        List.of(RoleInfo.of("eng")),
        null,
        Duration.ofMinutes(10).toMillis(),
        null,
        null,
        null,
        null,
        null);
  }

  private static void awaitRun(Workbench bench, int number) {
    await("run " + number).atMost(LIMIT).until(() -> Files.exists(bench.file("run-" + number)));
  }

  private static Map<String, Integer> countByState(JsonNode tasks) {
    Map<String, Integer> counts = new TreeMap<>();
    tasks.forEach(task -> counts.merge(task.path("state").asText(), 1, Integer::sum));
    return counts;
  }
}
