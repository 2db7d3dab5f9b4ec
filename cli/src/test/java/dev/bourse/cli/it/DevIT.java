package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bourse dev}, and the commands that find it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DevIT {

  @TempDir Path folder;

  @Test
  void shouldServeTheOtherCommandsAndRememberJobs() throws Exception {
    try (Script dev = startDev()) {
      assertThat(bourse("submit", "--id", "a", "-l", "x=y", "--", "sh", "-c", "echo hi; exit 3"))
          .isEqualTo(new Script.Result(0, "a\n", ""));
      assertThat(bourse("logs", "-f", "a")).isEqualTo(new Script.Result(0, "hi\n", ""));
      assertThat(bourse("status", "a").out()).contains("FAILED", "exit code  3");
      assertThat(bourse("list", "-l", "x=y").out()).contains("a ", "FAILED").hasLineCount(2);
      assertThat(bourse("agents").out()).contains("agent-1");
      assertThat(bourse("run", "--", "echo", "there").out()).isEqualTo("there\n");
      assertThat(bourse("submit", "--id", "b", "--", "sleep", "600").code()).isZero();
      assertThat(bourse("cancel", "b").code()).isZero();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> bourse("status", "b").out().contains("CANCELLED"));
      assertThat(bourse("dev", "--port", "0").err()).contains("is there already");
      stop(dev);
    }
    try (Script dev = startDev()) {
      assertThat(bourse("status", "a").out()).contains("exit code  3");
      assertThat(bourse("run", "--", "echo", "again").out()).isEqualTo("again\n");
      stop(dev);
    }
    assertThat(bourse("list").code()).isEqualTo(3);
  }

  private Script startDev() throws Exception {
    Script dev = Script.start(folder, "dev", "--port", "0", "--kafka-port", "0");
    await("the cluster").atMost(Duration.ofMinutes(2)).until(() -> dev.out().contains("REST API"));
    return dev;
  }

  private static void stop(Script dev) throws Exception {
    dev.terminate();
    assertThat(dev.await().code()).isZero();
  }

  private Script.Result bourse(String... args) throws Exception {
    return Script.run(folder, args);
  }
}
