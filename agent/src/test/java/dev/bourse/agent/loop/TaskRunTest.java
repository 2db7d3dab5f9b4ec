package dev.bourse.agent.loop;

import static dev.bourse.agent.loop.AgentHarness.shell;
import static dev.bourse.topics.log.LogStream.STDERR;
import static dev.bourse.topics.log.LogStream.STDOUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRunTest {

  @TempDir Path directory;
  private AgentHarness agent;

  @BeforeEach
  void start() {
    agent = AgentHarness.on(directory);
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void shouldReportFinishedForExitCodeZero() {
    ReportStatus end = agent.run(ProcessSpec.of(List.of("true")));
    assertThat(end.state()).isEqualTo(TaskState.FINISHED);
    assertThat(exit(end).exitCode()).isZero();
    assertThat(exit(end).signal()).isNull();
    assertThat(exit(end).endedAt()).isGreaterThanOrEqualTo(end.startedAt());
  }

  @Test
  void shouldReportTheExitCode() {
    ReportStatus end = agent.run(shell("exit 3"));
    assertThat(end.state()).isEqualTo(TaskState.FAILED);
    assertThat(end.reason()).isEqualTo(Reason.COMMAND_ENDED);
    assertThat(exit(end).exitCode()).isEqualTo(3);
  }

  @Test
  void shouldReportTheSignal() {
    ReportStatus end = agent.run(shell("kill -9 $$"));
    assertThat(end.state()).isEqualTo(TaskState.FAILED);
    assertThat(exit(end).exitCode()).isEqualTo(137);
    assertThat(exit(end).signal()).isEqualTo(9);
  }

  @Test
  void shouldSendBothStreamsAndTheirEndsBeforeTheLastReport() {
    ReportStatus end = agent.run(shell("echo out; echo err >&2"));
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("out\n");
    assertThat(agent.outbox.output(1, STDERR)).isEqualTo("err\n");
    assertThat(agent.outbox.said.subList(0, agent.outbox.said.indexOf(end)))
        .filteredOn(said -> said instanceof LogChunk chunk && chunk.end())
        .hasSize(2);
  }

  @Test
  void shouldSendOutputWhileTheTaskRuns() throws IOException {
    agent.launch(1, shell("echo begin; while ! [ -e go ]; do sleep 0.02; done"));
    await().until(() -> agent.outbox.output(1, STDOUT), "begin\n"::equals);
    assertThat(agent.outbox.reports).noneMatch(report -> report.state().isTerminal());
    Files.createFile(agent.path(1).resolve("work/go"));
    assertThat(agent.awaitEnd(1).state()).isEqualTo(TaskState.FINISHED);
  }

  @Test
  void shouldCountOutputAboveTheCapAndNotSendIt() {
    agent.handle(AgentHarness.order(1, shell("printf 1234567890"), 500, 4));
    agent.awaitEnd(1);
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("1234");
    assertThat(agent.outbox.chunks)
        .filteredOn(chunk -> chunk.end() && chunk.stream() == STDOUT)
        .singleElement()
        .satisfies(
            chunk -> {
              assertThat(chunk.dropped()).isEqualTo(6);
              assertThat(chunk.position()).isEqualTo(4);
            });
  }

  @Test
  void shouldSendMuchOutputInPieces() {
    ReportStatus end = agent.run(shell("head -c 300000 /dev/zero | tr '\\0' 'ä'"));
    assertThat(end.state()).isEqualTo(TaskState.FINISHED);
    assertThat(agent.outbox.output(1, STDOUT)).hasSizeGreaterThanOrEqualTo(150_000);
    assertThat(agent.outbox.chunks).allMatch(chunk -> chunk.bytes().length <= LogChunk.MAX_BYTES);
  }

  @Test
  void shouldGiveItsStandardInput() {
    agent.run(new ProcessSpec(List.of("cat"), new TreeMap<>(), null, null, "a\nb"));
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("a\nb");
  }

  @Test
  void shouldGiveNothingToReadByDefault() {
    assertThat(agent.run(ProcessSpec.of(List.of("cat"))).state()).isEqualTo(TaskState.FINISHED);
  }

  @Test
  void shouldGiveASmallEnvironmentAndThatOfTheJob() {
    agent.run(shell("env | sort", Map.of("COLOUR", "it's blue\nand red", "bourse_x", "y")));
    String output = agent.outbox.output(1, STDOUT);
    String sandbox = agent.path(1).resolve("work").toString();
    assertThat(output)
        .contains(
            "BOURSE_ATTEMPT=1\nBOURSE_JOB_ID=job\nBOURSE_SANDBOX=%s\nBOURSE_TASK_ID=job.0\n"
                .formatted(sandbox))
        .contains("COLOUR=it's blue\n", "bourse_x=y\n", "LANG=C.UTF-8\n", "HOME=" + sandbox + "\n");
    assertThat(output.lines().map(line -> line.replaceFirst("=.*", "")))
        .containsExactlyInAnyOrder(
            "BOURSE_ATTEMPT",
            "BOURSE_JOB_ID",
            "BOURSE_SANDBOX",
            "BOURSE_TASK_ID",
            "COLOUR",
            "HOME",
            "LANG",
            "PATH",
            "PWD",
            "and red",
            "bourse_x");
  }

  @Test
  void shouldTellTheTaskOfAFrameworkWhoseItIs() {
    TaskId task = TaskId.of(new FrameworkId("spark"), "t.1");
    agent.handle(AgentHarness.orderOfFramework(task, 1, shell("env | sort")));
    assertThat(agent.awaitEnd(1).task()).isEqualTo(task);
    assertThat(agent.outbox.output(1, STDOUT))
        .contains("BOURSE_ATTEMPT=1\nBOURSE_FRAMEWORK=spark\nBOURSE_SANDBOX=")
        .contains("BOURSE_TASK=t.1\nBOURSE_TASK_ID=spark~t.1\n")
        .doesNotContain("BOURSE_JOB");
  }

  @Test
  void shouldStartInItsSandbox() {
    agent.run(shell("pwd; echo x >file; ls"));
    assertThat(agent.outbox.output(1, STDOUT))
        .isEqualTo(agent.path(1).resolve("work") + "\nfile\n");
  }

  @Test
  void shouldMakeARelativeWorkdirInTheSandbox() {
    agent.run(in("a/b"));
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo(agent.path(1).resolve("work/a/b") + "\n");
  }

  @Test
  void shouldStartInAnAbsoluteWorkdir() {
    agent.run(in("/"));
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("/\n");
  }

  @Test
  void shouldRefuseAWorkdirThatDoesNotExistOrLeavesTheSandbox() {
    assertThat(agent.run(in("/no/such")).message())
        .isEqualTo("workdir: no such directory: /no/such");
    agent.launch(2, in("a/../../.."));
    assertThat(agent.awaitEnd(2).message()).isEqualTo("workdir: leaves the sandbox: a/../../..");
  }

  @Test
  void shouldReportACommandThatDoesNotExist() {
    ReportStatus end = agent.run(ProcessSpec.of(List.of("/no/such", "x")));
    assertThat(end.state()).isEqualTo(TaskState.FAILED);
    assertThat(end.reason()).isEqualTo(Reason.LAUNCH_FAILED);
    assertThat(end.message()).isEqualTo("command not found: /no/such");
    assertThat(exit(end).exitCode()).isEqualTo(127);
    assertThat(agent.outbox.reports).hasSize(1);
    assertThat(agent.outbox.chunks).hasSize(2).allMatch(LogChunk::end);
  }

  @Test
  void shouldReportACommandThatIsNotOnThePath() {
    assertThat(agent.run(ProcessSpec.of(List.of("no-such-command"))).message())
        .isEqualTo("command not found: no-such-command");
  }

  @Test
  void shouldReportACommandThatCannotBeRun() {
    ReportStatus end = agent.run(ProcessSpec.of(List.of("/etc/passwd")));
    assertThat(end.message()).isEqualTo("permission denied: /etc/passwd");
    assertThat(exit(end).exitCode()).isEqualTo(126);
    agent.launch(2, ProcessSpec.of(List.of("/etc")));
    assertThat(agent.awaitEnd(2).message()).isEqualTo("is a directory: /etc");
  }

  @Test
  void shouldPassArgumentsAsTheyAre() {
    agent.run(ProcessSpec.of(List.of("printf", "[%s]", "a b", "", "$HOME", "'\"*", "--")));
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("[a b][][$HOME]['\"*][--]");
  }

  /** What the agent itself inherits, as one that a shell runs in the background does INT, stays. */
  @Test
  void shouldMakeATaskIgnoreNoSignalThatTheAgentDoesNot() throws IOException {
    List<String> command = List.of("grep", "SigIgn", "/proc/self/status");
    Process direct = new ProcessBuilder(command).start();
    long inherited = ignored(new String(direct.getInputStream().readAllBytes(), UTF_8));
    agent.run(ProcessSpec.of(command));
    assertThat(ignored(agent.outbox.output(1, STDOUT)) & ~inherited).isZero();
  }

  private static long ignored(String line) {
    // The C library keeps 32 and 33 to itself.
    return Long.parseUnsignedLong(line.replaceFirst("SigIgn:", "").strip(), 16) & 0x7FFF_FFFF;
  }

  @Test
  void shouldRunALaunchOnceHoweverOftenItIsDelivered() {
    agent.launch(1, shell("echo once"));
    agent.launch(1, shell("echo once"));
    agent.awaitEnd(1);
    agent.launch(1, shell("echo once"));
    agent.launch(2, shell("echo two"));
    agent.awaitEnd(2);
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("once\n");
    assertThat(agent.outbox.reports).filteredOn(report -> report.epoch() == 1).hasSize(2);
  }

  @Test
  void shouldRemoveTheSandboxWhenTheEndIsAcknowledged() {
    agent.run(shell("mkdir -p a/b; echo x >a/b/c; ln -s / a/root"));
    Path folder = agent.path(1);
    assertThat(folder).exists();
    agent.acknowledge(1, 2);
    await().until(() -> !Files.exists(folder));
    await().until(() -> directory.resolve("trash").toFile().list().length == 0);
    assertThat(Path.of("/etc")).exists();
  }

  @Test
  void shouldReportDroppedAndStartNothingWhenTheDiskCannotBeWritten() throws IOException {
    Files.delete(directory.resolve("tasks"));
    Files.createFile(directory.resolve("tasks"));
    ReportStatus end = agent.run(shell("echo started >" + directory.resolve("proof")));
    assertThat(end.state()).isEqualTo(TaskState.DROPPED);
    assertThat(end.reason()).isEqualTo(Reason.CHECKPOINT_FAILED);
    assertThat(directory.resolve("proof")).doesNotExist();
  }

  private static ProcessSpec in(String workdir) {
    return new ProcessSpec(List.of("pwd"), new TreeMap<>(), workdir, null, null);
  }

  private static TaskExit exit(ReportStatus report) {
    @Nullable TaskExit exit = report.exit();
    assertThat(exit).isNotNull();
    return exit;
  }
}
