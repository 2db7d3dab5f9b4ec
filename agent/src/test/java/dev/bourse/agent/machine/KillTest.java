package dev.bourse.agent.machine;

import static dev.bourse.agent.machine.MachineTester.GRACE;
import static dev.bourse.agent.machine.MachineTester.INCARNATION;
import static dev.bourse.agent.machine.MachineTester.key;
import static dev.bourse.agent.machine.MachineTester.launch;
import static dev.bourse.agent.machine.MachineTester.report;
import static dev.bourse.agent.machine.MachineTester.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillTest {

  private static final Action TERM = new Action.SignalGroup(key(1), Action.Signal.TERM);
  private static final Action KILL = new Action.SignalGroup(key(1), Action.Signal.KILL);

  private final MachineTester agent = running(1);

  @Test
  void shouldNoteTheKillThenSendTermThenReportKilling() {
    List<Action> actions = agent.kill(1, 2_000);
    assertThat(actions)
        .hasSize(3)
        .startsWith(new Action.RecordKill(key(1), 2_000, agent.now), TERM);
    ReportStatus report = report(actions);
    assertThat(report.state()).isEqualTo(TaskState.KILLING);
    assertThat(report.sequence()).isEqualTo(2);
  }

  @Test
  void shouldSendKillWhenTheGraceIsOver() { // case 142
    agent.kill(1, 2_000);
    assertThat(agent.after(1_999)).doesNotContain(KILL);
    assertThat(agent.after(1)).contains(KILL);
  }

  @Test
  void shouldSendKillAgainToWhatSurvivesIt() {
    agent.kill(1, 2_000);
    agent.after(2_000);
    assertThat(agent.after(9_999)).doesNotContain(KILL);
    assertThat(agent.after(1)).contains(KILL);
  }

  @Test
  void shouldReportKilledForAnEndThatItAskedFor() {
    agent.kill(1, 2_000);
    ReportStatus report = agent.ended(1, 143);
    assertThat(report.state()).isEqualTo(TaskState.KILLED);
    assertThat(report.sequence()).isEqualTo(3);
    assertThat(report.reason()).isNull();
    assertThat(report.exit()).isNotNull();
    assertThat(report.exit().signal()).isEqualTo(15);
  }

  @Test
  void shouldReportFinishedWhenTheCommandEndsWellAllTheSame() {
    agent.kill(1, 2_000);
    assertThat(agent.ended(1, 0).state()).isEqualTo(TaskState.FINISHED);
  }

  @Test
  void shouldNotSendKillAfterTheEnd() {
    agent.kill(1, 2_000);
    agent.ended(1, 143);
    assertThat(agent.after(2_000)).doesNotContain(KILL);
  }

  @Test
  void shouldDoNothingForARepeatedKill() {
    agent.kill(1, 2_000);
    assertThat(agent.kill(1, 2_000)).isEmpty();
  }

  @Test
  void shouldTakeTheShorterGraceOfTwo() {
    agent.kill(1, 60_000);
    agent.kill(1, 1_000);
    assertThat(agent.after(1_000)).contains(KILL);
  }

  @Test
  void shouldKeepTheShorterGraceOfTwo() {
    agent.kill(1, 1_000);
    agent.kill(1, 60_000);
    assertThat(agent.after(1_000)).contains(KILL);
  }

  @Test
  void shouldIgnoreAKillAfterTheEnd() {
    agent.exited(1, 0);
    assertThat(agent.kill(1, 1_000)).isEmpty();
    assertThat(report(agent.drained(1)).state()).isEqualTo(TaskState.FINISHED);
    assertThat(agent.kill(1, 1_000)).isEmpty();
  }

  @Test
  void shouldKillOnceStartedWhatWasKilledWhileItStarted() {
    agent.launch(2);
    assertThat(agent.kill(2, 1_000)).isEmpty();
    agent.on(new Event.CheckpointWritten(launch(2, INCARNATION)));
    List<Action> actions = agent.on(new Event.ProcessStarted(key(2)));
    assertThat(MachineTester.reports(actions))
        .extracting(ReportStatus::state)
        .containsExactly(TaskState.RUNNING, TaskState.KILLING);
    assertThat(actions).contains(new Action.SignalGroup(key(2), Action.Signal.TERM));
  }

  @Test
  void shouldReportDroppedForAnAttemptThatItDoesNotKnow() {
    List<Action> actions = agent.kill(7, 1_000);
    assertThat(actions.getFirst()).isInstanceOf(Action.SaveOutcome.class);
    ReportStatus report = report(actions);
    assertThat(report.state()).isEqualTo(TaskState.DROPPED);
    assertThat(report.reason()).isEqualTo(Reason.LAUNCH_NOT_DELIVERED);
    assertThat(report.sequence()).isEqualTo(1);
  }

  @Test
  void shouldNotLaunchWhatItHasReportedAsDropped() {
    agent.kill(7, 1_000);
    assertThat(agent.launch(7)).isEmpty();
    assertThat(agent.acknowledge(7, 1)).containsExactly(new Action.Forget(key(7)));
    assertThat(agent.launch(7)).isEmpty();
  }

  @Test
  void shouldUseTheGraceOfTheOrderAndNotThatOfTheLaunch() {
    agent.kill(1, 1_000);
    assertThat(agent.after(1_000)).contains(KILL);
    assertThat(GRACE).isGreaterThan(1_000);
  }

  /** The one before may have run it; a new state folder knows nothing of that. */
  @Test
  void shouldSayNothingOfWhatAnEarlierIncarnationWasToDo() {
    MachineTester agent = MachineTester.registered();
    assertThat(
            agent.order(
                new KillTask(
                    MachineTester.AGENT, "earlier", MachineTester.key(1).task(), 1, 1, 5_000)))
        .isEmpty();
  }
}
