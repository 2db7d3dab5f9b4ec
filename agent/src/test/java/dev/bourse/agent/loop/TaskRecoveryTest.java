package dev.bourse.agent.loop;

import static dev.bourse.agent.loop.AgentHarness.shell;
import static dev.bourse.topics.log.LogStream.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bourse.agent.folder.Boot;
import dev.bourse.agent.folder.Checkpoint;
import dev.bourse.agent.folder.FolderException;
import dev.bourse.agent.folder.TaskFolder;
import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent is gone, and another one starts on its folder. */
class TaskRecoveryTest {

  private static final String WAIT = "while ! [ -e go ]; do sleep 0.02; done; ";

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
  void shouldTakeUpATaskThatRuns() throws IOException {
    agent.launch(1, shell("echo a; " + WAIT + "echo b; exit 7"));
    await().until(() -> agent.outbox.output(1, STDOUT), "a\n"::equals);
    restart(() -> {});
    assertThat(agent.outbox.registrations.getFirst().tasks())
        .singleElement()
        .satisfies(task -> assertThat(task.state()).isEqualTo(TaskState.RUNNING));
    assertThat(agent.outbox.registrations.getFirst().lastEpoch()).isEqualTo(1);
    agent.awaitReport(1, TaskState.RUNNING);
    go();
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.exit().exitCode()).isEqualTo(7);
    assertThat(end.sequence()).isEqualTo(2);
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("a\nb\n");
  }

  @Test
  void shouldTakeUpTheTaskOfAFramework() throws IOException {
    TaskId task = TaskId.of(new FrameworkId("spark"), "t.1");
    AttemptKey key = new AttemptKey(task, 1, 1);
    agent.handle(AgentHarness.orderOfFramework(task, 1, shell(WAIT + "echo b; exit 7")));
    agent.awaitReport(1, TaskState.RUNNING);
    restart(() -> {});
    assertThat(agent.outbox.registrations.getFirst().tasks())
        .containsExactly(new TaskReport(task, 1, 1, TaskState.RUNNING));
    assertThat(agent.folder.tasks().of(key).checkpoint().launch().framework()).hasToString("spark");
    Files.createFile(agent.folder.tasks().of(key).work().resolve("go"));
    assertThat(agent.awaitEnd(1).exit().exitCode()).isEqualTo(7);
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("b\n");
  }

  @Test
  void shouldReportAnEndThatHappenedMeanwhile() {
    agent.launch(1, shell(WAIT + "echo done; exit 5"));
    restart(
        () -> {
          go();
          awaitFile("exit");
        });
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.FAILED);
    assertThat(end.exit().exitCode()).isEqualTo(5);
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("done\n");
  }

  @Test
  void shouldRepeatTheLastReportWordForWordUntilItIsAcknowledged() {
    ReportStatus end = agent.run(shell("exit 5"));
    restart(() -> {});
    assertThat(agent.awaitEnd(1)).isEqualTo(end);
    Path folder = agent.path(1);
    agent.acknowledge(1, 2);
    await().until(() -> !Files.exists(folder));
    restart(() -> {});
    assertThat(agent.outbox.registrations.getFirst().tasks()).isEmpty();
    assertThat(agent.outbox.registrations.getFirst().lastEpoch()).isEqualTo(1);
  }

  @Test
  void shouldNotLaunchAgainWhatIsDeliveredAgain() {
    agent.run(shell("echo once"));
    Path folder = agent.path(1);
    agent.acknowledge(1, 2);
    await().until(() -> !Files.exists(folder));
    restart(() -> {});
    agent.launch(1, shell("echo twice"));
    agent.launch(2, shell("echo two"));
    agent.awaitEnd(2);
    assertThat(agent.outbox.reports).noneMatch(report -> report.epoch() == 1);
  }

  @Test
  void shouldEndATaskThatAnEarlierAgentStarted() {
    agent.launch(1, shell("exec sleep 60"));
    restart(() -> {});
    agent.kill(1, 20_000);
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.KILLED);
    assertThat(end.sequence()).isEqualTo(3);
  }

  @Test
  void shouldGoOnWithAKill() {
    agent.launch(1, shell("trap '' TERM; echo ready; while :; do sleep 0.05; done"));
    await().until(() -> agent.outbox.output(1, STDOUT), "ready\n"::equals);
    agent.kill(1, 1_000);
    restart(() -> {});
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.KILLED);
    assertThat(end.exit().signal()).isEqualTo(9);
  }

  @Test
  void shouldReportDroppedForACheckpointWithoutAProcess() throws IOException {
    TaskFolder folder = agent.folder.tasks().of(new AttemptKey(AgentHarness.TASK, 1, 1));
    folder.create(new Checkpoint(AgentHarness.order(1, shell("echo no"), 500, 100), 1, Boot.id()));
    restart(() -> {});
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.DROPPED);
    assertThat(end.reason()).isEqualTo(Reason.AGENT_RESTARTED);
    assertThat(folder.path().resolve("claim")).exists();
  }

  @Test
  void shouldReportDroppedForACheckpointThatWasNotWrittenToItsEnd() throws IOException {
    Path folder = Files.createDirectory(agent.path(1));
    Files.writeString(folder.resolve("checkpoint.json"), "{\"launch\":{");
    restart(() -> {});
    assertThat(agent.awaitEnd(1).state()).isEqualTo(TaskState.DROPPED);
  }

  @Test
  void shouldReportLostAfterTheMachineWasStartedAnew() {
    agent.launch(1, shell("exec sleep 60"));
    awaitFile("pid");
    agent.close();
    agent = AgentHarness.on(directory, "another boot");
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.LOST);
    assertThat(end.reason()).isEqualTo(Reason.AGENT_RESTARTED);
    assertThat(end.message()).isEqualTo("the machine was started anew while this ran");
  }

  @Test
  void shouldReportLostAndEndTheCommandWhenItsSupervisorIsKilled() throws IOException {
    agent.launch(1, shell("echo $$; exec sleep 60"));
    String pid = await().until(() -> agent.outbox.output(1, STDOUT), text -> !text.isEmpty());
    TaskFolder folder = agent.folder.tasks().of(new AttemptKey(AgentHarness.TASK, 1, 1));
    ProcessHandle.of(folder.supervisor().pid()).orElseThrow().destroyForcibly();
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.LOST);
    await().until(() -> !Liveness.isAlive(Long.parseLong(pid.strip())));
  }

  @Test
  void shouldRefuseAFolderThatAnotherAgentUses() {
    Assertions.assertThatThrownBy(() -> AgentHarness.on(directory))
        .isInstanceOf(FolderException.class)
        .hasMessageContaining(
            "is in use by another agent, process " + ProcessHandle.current().pid());
  }

  private void restart(Runnable meanwhile) {
    agent.close();
    meanwhile.run();
    List<LogChunk> sent = agent.outbox.chunks;
    agent = AgentHarness.on(directory);
    agent.outbox.chunks.addAll(0, sent);
  }

  private void go() {
    try {
      Files.createFile(agent.path(1).resolve("work/go"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void awaitFile(String name) {
    await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(agent.path(1).resolve(name)));
  }
}
