package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who follows a job does not notice that the master was replaced. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FailoverIT {

  private static final int LINES = 200;

  @TempDir Path folder;

  @Test
  void shouldShowEachLineOnceWhenTheMasterIsKilled() throws Exception {
    try (Workbench bench = new Workbench(folder);
        Script run =
            Script.start(
                folder,
                "run",
                "--server",
                bench.cluster().server().toString(),
                "--",
                "sh",
                "-c",
                "i=0; while [ $i -lt %d ]; do i=$((i+1)); echo $i; sleep 0.05; done; touch '%s'; exit 7"
                    .formatted(LINES, bench.file("ended")))) {
      await("some output").atMost(Duration.ofMinutes(1)).until(() -> run.out().contains("50\n"));
      bench.cluster().killMaster();
      bench.cluster().startMaster();
      assertThat(run.await())
          .isEqualTo(
              new Script.Result(
                  7,
                  IntStream.rangeClosed(1, LINES)
                      .mapToObj(i -> i + "\n")
                      .collect(Collectors.joining()),
                  ""));
      assertThat(Files.exists(bench.file("ended"))).isTrue();
    }
  }
}
