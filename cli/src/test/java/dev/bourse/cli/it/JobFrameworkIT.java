package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bourse.sdk.JobFrameworkDriver;
import dev.bourse.sdk.example.Pipeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The framework of the simulator's tests, on a real cluster. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JobFrameworkIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void shouldGoOnWhereItStoodWhenItAndTheMasterAreReplaced() throws Exception {
    try (Workbench bench = new Workbench(folder)) {
      List<String> stages =
          List.of(
              stage(bench, "echo $0 >> done"),
              stage(bench, "echo $0 >> done; sleep 3"),
              stage(bench, "echo $0 >> done"));
      Pipeline first = new Pipeline("p", stages, 2);
      try (Running running = new Running(bench, first)) {
        await("the second stage").atMost(LIMIT).until(() -> bench.done().size() == 2);
        running.checkAlive();
      }
      bench.cluster().killMaster();
      bench.cluster().startMaster();
      Pipeline second = new Pipeline("p", stages, 2);
      try (Running running = new Running(bench, second)) {
        await("the end").atMost(LIMIT).until(second::isDone);
        running.checkAlive();
      }
      assertThat(first.isDone()).isFalse();
      assertThat(bench.done()).containsExactly("stage", "stage", "stage");
    }
  }

  private static String stage(Workbench bench, String line) {
    return bench.job("stage", line).without("id").toString();
  }

  /** A driver in a thread of its own. */
  private static final class Running implements AutoCloseable {

    private final JobFrameworkDriver driver;
    private final Thread thread;

    Running(Workbench bench, Pipeline pipeline) {
      driver = new JobFrameworkDriver(bench.cluster().bootstrapServers(), pipeline);
      thread = Thread.ofPlatform().start(driver::run);
    }

    void checkAlive() {
      assertThat(thread.isAlive()).isTrue();
    }

    @Override
    public void close() {
      driver.close();
      await("the end of the driver").atMost(LIMIT).until(() -> !thread.isAlive());
    }
  }
}
