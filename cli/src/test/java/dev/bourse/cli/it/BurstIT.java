package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bourse.cli.client.ClientException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More jobs than fit at once, and machines that fail under them. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BurstIT {

  @TempDir Path folder;

  @Test
  void shouldRunAThousandJobsOnTwoCpusEachOnce() throws Exception {
    try (Workbench bench = new Workbench(folder)) {
      List<String> ids = bench.submitCounted(1_000);
      awaitAllSucceeded(bench, ids, Duration.ofMinutes(5));
    }
  }

  @Test
  void shouldLoseAndDoubleNothingWhenTheMasterIsKilled() throws Exception {
    try (Workbench bench = new Workbench(folder)) {
      List<String> ids = bench.submitCounted(300);
      await("some jobs").atMost(Duration.ofMinutes(1)).until(() -> bench.done().size() >= 30);
      bench.cluster().killMaster();
      assertThat(bench.done()).hasSizeLessThan(ids.size());
      bench.cluster().startMaster();
      awaitAllSucceeded(bench, ids, Duration.ofMinutes(3));
    }
  }

  private static void awaitAllSucceeded(Workbench bench, List<String> ids, Duration limit)
      throws Exception {
    await("all jobs")
        .atMost(limit)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsInstanceOf(ClientException.class)
        .until(() -> bench.countOf("SUCCEEDED") == ids.size());
    assertThat(bench.done()).containsExactlyInAnyOrderElementsOf(ids);
  }
}
