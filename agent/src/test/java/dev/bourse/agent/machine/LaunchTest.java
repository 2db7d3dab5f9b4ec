package dev.bourse.agent.machine;

import static dev.bourse.agent.machine.MachineTester.INCARNATION;
import static dev.bourse.agent.machine.MachineTester.START;
import static dev.bourse.agent.machine.MachineTester.key;
import static dev.bourse.agent.machine.MachineTester.launch;
import static dev.bourse.agent.machine.MachineTester.registered;
import static dev.bourse.agent.machine.MachineTester.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import org.junit.jupiter.api.Test;

class LaunchTest {

  private final MachineTester agent = registered();

  @Test
  void shouldWriteTheCheckpointBeforeItStartsTheProcess() {
    assertThat(agent.launch(1))
        .containsExactly(new Action.WriteCheckpoint(launch(1, INCARNATION), START));
    assertThat(agent.on(new Event.CheckpointWritten(launch(1, INCARNATION))))
        .containsExactly(new Action.StartProcess(launch(1, INCARNATION)));
  }

  @Test
  void shouldReportRunningAsTheFirstReport() {
    ReportStatus report = report(agent.run(1));
    assertThat(report.state()).isEqualTo(TaskState.RUNNING);
    assertThat(report.sequence()).isEqualTo(1);
    assertThat(report.startedAt()).isEqualTo(START);
    assertThat(report.exit()).isNull();
  }

  @Test
  void shouldIgnoreALaunchThatItHasSeen() {
    agent.run(1);
    assertThat(agent.launch(1)).isEmpty();
  }

  @Test
  void shouldIgnoreALaunchThatItHasForgotten() {
    agent.run(1);
    agent.ended(1, 0);
    agent.acknowledge(1, 2);
    assertThat(agent.launch(1)).isEmpty();
  }

  @Test
  void shouldIgnoreALaunchBelowAKnownEpoch() {
    agent.run(5);
    assertThat(agent.launch(4)).isEmpty();
    assertThat(agent.machine.lastEpoch()).isEqualTo(5);
  }

  @Test
  void shouldIgnoreALaunchForAnotherIncarnation() {
    assertThat(agent.order(launch(1, "another"))).isEmpty();
    assertThat(agent.machine.lastEpoch()).isZero();
  }

  @Test
  void shouldRunSeveralTasksAtOnce() {
    agent.run(1);
    assertThat(report(agent.run(2)).epoch()).isEqualTo(2);
    assertThat(agent.ended(1, 0).epoch()).isEqualTo(1);
    assertThat(agent.ended(2, 0).epoch()).isEqualTo(2);
  }

  @Test
  void shouldReportDroppedWhenTheCheckpointCannotBeWritten() {
    agent.launch(1);
    agent.on(new Event.CheckpointFailed(key(1), "disk full"));
    ReportStatus report = report(agent.drained(1));
    assertThat(report.state()).isEqualTo(TaskState.DROPPED);
    assertThat(report.reason()).isEqualTo(Reason.CHECKPOINT_FAILED);
    assertThat(report.message()).isEqualTo("disk full");
    assertThat(report.sequence()).isEqualTo(1);
    assertThat(report.startedAt()).isZero();
  }

  @Test
  void shouldReportFailedWhenTheCommandCannotBeStarted() {
    agent.launch(1);
    agent.on(new Event.CheckpointWritten(launch(1, INCARNATION)));
    assertThat(agent.on(new Event.StartFailed(key(1), 127, "command not found: /x")))
        .hasSize(2)
        .last()
        .isEqualTo(new Action.DrainOutput(key(1)));
    ReportStatus report = report(agent.drained(1));
    assertThat(report.state()).isEqualTo(TaskState.FAILED);
    assertThat(report.reason()).isEqualTo(Reason.LAUNCH_FAILED);
    assertThat(report.message()).isEqualTo("command not found: /x");
    assertThat(report.exit()).isEqualTo(new TaskExit(127, null, 0, START));
  }

  @Test
  void shouldCutALongMessage() {
    agent.launch(1);
    agent.on(new Event.CheckpointFailed(key(1), "x".repeat(10_000)));
    assertThat(report(agent.drained(1)).message()).hasSize(4_096);
  }

  @Test
  void shouldIgnoreAnEventOfAnAttemptThatItDoesNotKnow() {
    assertThat(agent.on(new Event.ProcessStarted(key(9)))).isEmpty();
    assertThat(agent.exited(9, 0)).isEmpty();
    assertThat(agent.drained(9)).isEmpty();
  }
}
