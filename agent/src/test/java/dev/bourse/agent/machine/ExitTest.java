package dev.bourse.agent.machine;

import static dev.bourse.agent.machine.MachineTester.key;
import static dev.bourse.agent.machine.MachineTester.report;
import static dev.bourse.agent.machine.MachineTester.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitTest {

  private final MachineTester agent = running(1);

  @Test
  void shouldKeepTheReportAndSendTheOutputFirst() {
    List<Action> actions = agent.exited(1, 0);
    assertThat(actions).hasSize(2);
    assertThat(actions.getFirst()).isInstanceOf(Action.SaveOutcome.class);
    assertThat(actions.getLast()).isEqualTo(new Action.DrainOutput(key(1)));
    ReportStatus kept = ((Action.SaveOutcome) actions.getFirst()).report();
    assertThat(report(agent.drained(1))).isEqualTo(kept);
  }

  @Test
  void shouldReportFinishedForExitCodeZero() {
    ReportStatus report = agent.ended(1, 0);
    assertThat(report.state()).isEqualTo(TaskState.FINISHED);
    assertThat(report.sequence()).isEqualTo(2);
    assertThat(report.reason()).isNull();
    assertThat(report.exit())
        .isEqualTo(new TaskExit(0, null, MachineTester.START, MachineTester.START));
  }

  @ParameterizedTest
  @CsvSource({
    "1,,exit code 1",
    "128,,exit code 128",
    "129,1,ended by signal 1",
    "137,9,ended by signal 9",
    "192,64,ended by signal 64",
    "193,,exit code 193",
    "255,,exit code 255",
  })
  void shouldReportFailedForAnyOtherStatus(int status, Integer signal, String message) {
    ReportStatus report = agent.ended(1, status);
    assertThat(report.state()).isEqualTo(TaskState.FAILED);
    assertThat(report.reason()).isEqualTo(Reason.COMMAND_ENDED);
    assertThat(report.message()).isEqualTo(message);
    assertThat(report.exit()).isNotNull();
    assertThat(report.exit().exitCode()).isEqualTo(status);
    assertThat(report.exit().signal()).isEqualTo(signal);
  }

  @Test
  void shouldReportLostAndLeaveNothingBehindWhenNobodySawTheEnd() {
    List<Action> actions =
        agent.on(new Event.ProcessEnded(key(1), ProcessEnd.unseen(agent.now, "gone")));
    assertThat(actions.getFirst()).isEqualTo(new Action.SignalGroup(key(1), Action.Signal.KILL));
    ReportStatus report = report(agent.drained(1));
    assertThat(report.state()).isEqualTo(TaskState.LOST);
    assertThat(report.reason()).isEqualTo(Reason.AGENT_RESTARTED);
    assertThat(report.message()).isEqualTo("gone");
    assertThat(report.exit()).isEqualTo(TaskExit.unseen(MachineTester.START, agent.now));
  }

  @Test
  void shouldTakeTheFirstEndOnly() {
    agent.ended(1, 0);
    assertThat(agent.exited(1, 1)).isEmpty();
    assertThat(agent.drained(1)).isEmpty();
  }
}
