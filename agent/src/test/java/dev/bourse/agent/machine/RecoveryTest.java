package dev.bourse.agent.machine;

import static dev.bourse.agent.machine.MachineTester.key;
import static dev.bourse.agent.machine.MachineTester.report;
import static dev.bourse.agent.machine.MachineTester.reports;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.agent.machine.RecoveredAttempt.Fate;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  private static final long LAUNCHED = MachineTester.START - 60_000;
  private static final Action TERM = new Action.SignalGroup(key(4), Action.Signal.TERM);
  private static final Action KILL = new Action.SignalGroup(key(4), Action.Signal.KILL);

  private final MachineTester agent = new MachineTester();

  @Test
  void shouldSayAgainThatATaskRuns() {
    ReportStatus report = report(recover(null, new Fate.Running()));
    assertThat(report.state()).isEqualTo(TaskState.RUNNING);
    assertThat(report.sequence()).isEqualTo(1);
    assertThat(report.startedAt()).isEqualTo(LAUNCHED);
  }

  @Test
  void shouldReportTheEndOfATaskThatItHasTakenUp() {
    recover(null, new Fate.Running());
    ReportStatus report = agent.ended(4, 3);
    assertThat(report.state()).isEqualTo(TaskState.FAILED);
    assertThat(report.sequence()).isEqualTo(2);
  }

  @Test
  void shouldReportAnEndThatHappenedMeanwhile() { // case 137
    recover(null, new Fate.Ended(ProcessEnd.seen(3, LAUNCHED + 5)));
    ReportStatus report = report(agent.drained(4));
    assertThat(report.state()).isEqualTo(TaskState.FAILED);
    assertThat(report.sequence()).isEqualTo(2);
    assertThat(report.exit()).isNotNull();
    assertThat(report.exit().exitCode()).isEqualTo(3);
    assertThat(report.exit().endedAt()).isEqualTo(LAUNCHED + 5);
  }

  @Test
  void shouldReportDroppedForWhatWasNotStarted() {
    recover(null, new Fate.NotStarted());
    ReportStatus report = report(agent.drained(4));
    assertThat(report.state()).isEqualTo(TaskState.DROPPED);
    assertThat(report.reason()).isEqualTo(Reason.AGENT_RESTARTED);
    assertThat(report.sequence()).isEqualTo(1);
  }

  @Test
  void shouldRepeatTheLastReportWordForWord() {
    MachineTester before = MachineTester.running(4);
    ReportStatus last = before.ended(4, 3);
    List<Action> actions = recover(null, new Fate.Reported(last));
    assertThat(actions).contains(new Action.DrainOutput(key(4)));
    assertThat(reports(agent.drained(4))).containsExactly(last);
    assertThat(agent.acknowledge(4, 2)).containsExactly(new Action.Forget(key(4)));
  }

  @Test
  void shouldGoOnWithAKill() {
    List<Action> actions = recover(agent.now - 1_000, new Fate.Running());
    assertThat(actions.getFirst()).isEqualTo(TERM);
    ReportStatus report = report(actions);
    assertThat(report.state()).isEqualTo(TaskState.KILLING);
    assertThat(report.sequence()).isEqualTo(2);
    assertThat(agent.after(3_999)).doesNotContain(KILL);
    assertThat(agent.after(1)).contains(KILL);
    assertThat(agent.ended(4, 137).state()).isEqualTo(TaskState.KILLED);
  }

  @Test
  void shouldReportKilledForAKillThatCompletedMeanwhile() {
    recover(agent.now - 1_000, new Fate.Ended(ProcessEnd.seen(143, agent.now)));
    ReportStatus report = report(agent.drained(4));
    assertThat(report.state()).isEqualTo(TaskState.KILLED);
    assertThat(report.sequence()).isEqualTo(3);
  }

  @Test
  void shouldNotLaunchAgainWhatIsOnDisk() {
    recover(null, new Fate.Running());
    assertThat(agent.launch(4)).isEmpty();
    assertThat(agent.launch(3)).isEmpty();
  }

  @Test
  void shouldNotLaunchAgainWhatIsForgotten() {
    agent.on(new Event.Recovered(9, List.of()));
    assertThat(agent.launch(9)).isEmpty();
    assertThat(agent.launch(10)).isNotEmpty();
  }

  private List<Action> recover(@Nullable Long killRequestedAt, Fate fate) {
    return agent.on(
        new Event.Recovered(
            0, List.of(new RecoveredAttempt(key(4), LAUNCHED, 5_000, killRequestedAt, fate))));
  }
}
