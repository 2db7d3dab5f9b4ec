package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bourse.cli.client.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks do not notice that their agent is gone, and nothing that they do is lost. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AgentCrashIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Says its process id, then waits for a file before it ends. */
  private static final String WAITING =
      "echo $$ > $0.draft && mv $0.draft $0.pid && while [ ! -e $0.end ]; do sleep 0.1; done; exit 7";

  @TempDir Path folder;

  @Test
  void shouldReportTheExitCodeAfterARestartOfTheAgent() throws Exception {
    try (Workbench bench = new Workbench(folder)) {
      bench.submit(bench.job("before", WAITING));
      bench.submit(bench.job("while", WAITING));
      ProcessHandle before = awaitProcess(bench, "before");
      ProcessHandle meanwhile = awaitProcess(bench, "while");

      bench.cluster().killAgent();
      assertThat(before.isAlive()).isTrue();
      // One ends while nobody watches, the other when the agent is back.
      Files.createFile(bench.file("while.end"));
      await("its end").atMost(LIMIT).until(() -> !meanwhile.isAlive());
      bench.cluster().startAgent();
      assertThat(before.isAlive()).isTrue();
      Files.createFile(bench.file("before.end"));

      assertEndedOnce(bench.awaitEnd("while", LIMIT));
      assertEndedOnce(bench.awaitEnd("before", LIMIT));
    }
  }

  private static void assertEndedOnce(Job job) {
    assertThat(job.state()).isEqualTo("FAILED");
    assertThat(job.exitCode()).hasValue(7);
    assertThat(job.tree().path("attempts").asInt()).isEqualTo(1);
  }

  private static ProcessHandle awaitProcess(Workbench bench, String id) throws IOException {
    Path file = bench.file(id + ".pid");
    await("the process of " + id).atMost(LIMIT).until(() -> Files.exists(file));
    return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
  }
}
