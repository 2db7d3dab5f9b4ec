package dev.bourse.agent.loop;

import static dev.bourse.agent.loop.AgentHarness.shell;
import static dev.bourse.topics.log.LogStream.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskKillTest {

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
  void shouldEndWhatRunsAndStopWhenTheMasterDoesNotWantIt() throws IOException {
    agent.launch(1, shell("exec sleep 60"));
    agent.awaitReport(1, TaskState.RUNNING);
    agent.handle(new ShutdownAgent(AgentHarness.AGENT, "out of service"));
    agent.loop.whenStopped().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(agent.loop.unwanted()).isEqualTo("out of service");
    assertThat(agent.awaitEnd(1).state()).isEqualTo(TaskState.KILLED);
    assertThat(agent.outbox.goodbyes).hasSize(1);
    long offset = agent.folder.position().read().offset();
    agent.launch(2, shell("true"));
    assertThat(agent.folder.position().read().offset()).isEqualTo(offset).isEqualTo(2);
  }

  @Test
  void shouldEndATaskWithTerm() {
    agent.launch(1, shell("exec sleep 60"));
    agent.kill(1, 20_000);
    assertThat(agent.awaitReport(1, TaskState.KILLING).sequence()).isEqualTo(2);
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.KILLED);
    assertThat(end.sequence()).isEqualTo(3);
    assertThat(end.exit().signal()).isEqualTo(15);
    assertThat(end.exit().exitCode()).isEqualTo(143);
  }

  @Test
  void shouldEndWithKillWhatIgnoresTerm() {
    agent.launch(1, shell("trap '' TERM; echo ready; while :; do sleep 0.05; done"));
    awaitOutput("ready\n");
    agent.kill(1, 300);
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.KILLED);
    assertThat(end.exit().signal()).isEqualTo(9);
  }

  @Test
  void shouldEndGrandchildrenToo() {
    agent.launch(1, shell("sh -c 'sleep 60 & echo $!; wait' & wait"));
    long grandchild = awaitPid();
    agent.kill(1, 20_000);
    assertThat(agent.awaitEnd(1).state()).isEqualTo(TaskState.KILLED);
    assertThat(Liveness.isAlive(grandchild)).isFalse();
  }

  @Test
  void shouldEndGrandchildrenThatIgnoreTerm() {
    agent.launch(1, shell("sh -c 'trap \"\" TERM; echo $$; while :; do sleep 0.05; done' & wait"));
    long grandchild = awaitPid();
    agent.kill(1, 300);
    assertThat(agent.awaitEnd(1).state()).isEqualTo(TaskState.KILLED);
    assertThat(Liveness.isAlive(grandchild)).isFalse();
  }

  @Test
  void shouldLeaveNothingBehindWhenTheCommandEnds() {
    agent.launch(1, shell("sleep 60 & echo $!"));
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.FINISHED);
    assertThat(Liveness.isAlive(Long.parseLong(agent.outbox.output(1, STDOUT).strip()))).isFalse();
  }

  @Test
  void shouldEndWithKillWhatACommandLeavesBehindAndIgnoresTerm() {
    agent.launch(
        1,
        shell(
            "sh -c 'trap \"\" TERM; echo $$; while :; do sleep 0.05; done' & "
                + "while ! [ -s ../stdout ]; do sleep 0.01; done"));
    ReportStatus end = agent.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.FINISHED);
    assertThat(Liveness.isAlive(Long.parseLong(agent.outbox.output(1, STDOUT).strip()))).isFalse();
  }

  @Test
  void shouldReportFinishedWhenTheCommandEndsWellOnTerm() {
    agent.launch(
        1, shell("trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.05; done"));
    awaitOutput("ready\n");
    agent.kill(1, 20_000);
    assertThat(agent.awaitEnd(1).state()).isEqualTo(TaskState.FINISHED);
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("ready\nbye\n");
  }

  @Test
  void shouldReportDroppedForAnAttemptItDoesNotKnow() {
    agent.kill(9, 100);
    ReportStatus end = agent.awaitEnd(9);
    assertThat(end.state()).isEqualTo(TaskState.DROPPED);
    assertThat(end.reason()).isEqualTo(Reason.LAUNCH_NOT_DELIVERED);
  }

  @Test
  void shouldKillAllTasksWhenItStopsIfToldSo() {
    agent.launch(1, shell("exec sleep 60"));
    agent.launch(2, shell("exec sleep 60"));
    agent.loop.stop(true).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(List.of(agent.awaitEnd(1), agent.awaitEnd(2)))
        .allMatch(end -> end.state() == TaskState.KILLED)
        .allMatch(end -> end.reason() == Reason.AGENT_REMOVED);
  }

  @Test
  void shouldSayGoodbyeWhenItStopsAndNothingRuns() {
    agent.loop.stop(false).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(agent.outbox.goodbyes).hasSize(1);
  }

  private void awaitOutput(String expected) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> agent.outbox.output(1, STDOUT), expected::equals);
  }

  private long awaitPid() {
    String line =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> agent.outbox.output(1, STDOUT), text -> text.endsWith("\n"));
    return Long.parseLong(line.strip());
  }
}
