package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bourse run} where there is no cluster. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void shouldRunACommand() throws Exception {
    assertThat(Script.run(folder, "run", "--", "echo", "hello"))
        .isEqualTo(new Script.Result(0, "hello\n", ""));
  }

  @Test
  void shouldPassOnTheExitCodeAndKeepTheStreamsApart() throws Exception {
    assertThat(Script.run(folder, "run", "sh", "-c", "echo out; echo err >&2; exit 7"))
        .isEqualTo(new Script.Result(7, "out\n", "err\n"));
  }

  @Test
  void shouldCancelTheJobWhenAskedToStop() throws Exception {
    try (Script script = Script.start(folder, "run", "--", "sh", "-c", "echo started; sleep 600")) {
      awaitStart(script);
      List<ProcessHandle> processes = script.descendants();
      script.terminate();
      assertThat(script.await().code()).isEqualTo(143);
      assertGone(processes);
    }
  }

  @Test
  void shouldLeaveNothingRunningWhenKilled() throws Exception {
    try (Script script = Script.start(folder, "run", "--", "sh", "-c", "echo started; sleep 600")) {
      awaitStart(script);
      List<ProcessHandle> processes = script.descendants();
      assertThat(processes).hasSizeGreaterThanOrEqualTo(3);
      script.kill();
      assertGone(processes);
    }
  }

  private static void awaitStart(Script script) {
    await("the job's output").atMost(LIMIT).until(() -> script.out().equals("started\n"));
  }

  private static void assertGone(List<ProcessHandle> processes) {
    await("the end of all processes")
        .atMost(LIMIT)
        .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }
}
