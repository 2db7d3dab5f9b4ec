package dev.bourse.agent.machine;

import static dev.bourse.agent.machine.MachineTester.AGENT;
import static dev.bourse.agent.machine.MachineTester.INCARNATION;
import static dev.bourse.agent.machine.MachineTester.RUN;
import static dev.bourse.agent.machine.MachineTester.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopTest {

  private static final Action GOODBYE =
      new Action.SendDeregistration(
          new DeregisterAgent(AGENT, INCARNATION, RUN, "the agent was stopped"));

  @Test
  void shouldSayGoodbyeWhenNothingRuns() {
    assertThat(MachineTester.registered().on(new Event.StopRequested(false)))
        .containsExactly(GOODBYE, new Action.Stopped());
    assertThat(MachineTester.registered().on(new Event.StopRequested(true)))
        .containsExactly(GOODBYE, new Action.Stopped());
  }

  @Test
  void shouldLeaveTasksToThemselvesAndStay() {
    assertThat(MachineTester.running(1).on(new Event.StopRequested(false)))
        .containsExactly(new Action.Stopped());
  }

  @Test
  void shouldStopOnlyOnce() {
    MachineTester agent = MachineTester.registered();
    agent.on(new Event.StopRequested(false));
    assertThat(agent.on(new Event.Tick())).doesNotContain(new Action.Stopped());
  }

  @Test
  void shouldKillTasksFirstIfToldSo() {
    MachineTester agent = MachineTester.running(1);
    assertThat(agent.on(new Event.StopRequested(true)))
        .contains(new Action.SignalGroup(key(1), Action.Signal.TERM))
        .doesNotContain(new Action.Stopped());
    agent.exited(1, 143);
    List<Action> actions = agent.drained(1);
    ReportStatus report = MachineTester.report(actions);
    assertThat(report.state()).isEqualTo(TaskState.KILLED);
    assertThat(report.reason()).isEqualTo(Reason.AGENT_REMOVED);
    assertThat(actions).contains(new Action.Stopped()).doesNotContain(GOODBYE);
  }

  @Test
  void shouldSayGoodbyeWhenAllEndsAreAcknowledgedWhileOthersEnd() {
    MachineTester agent = MachineTester.running(1);
    agent.run(2);
    agent.on(new Event.StopRequested(true));
    agent.ended(1, 143);
    assertThat(agent.acknowledge(1, 3)).containsExactly(new Action.Forget(key(1)));
    agent.exited(2, 143);
    assertThat(agent.drained(2)).contains(new Action.Stopped());
  }

  @Test
  void shouldNotLaunchWhileItStops() {
    MachineTester agent = MachineTester.running(1);
    agent.on(new Event.StopRequested(true));
    assertThat(agent.launch(2)).isEmpty();
    assertThat(agent.machine.lastEpoch()).isEqualTo(1);
  }

  /** Both come again after the restart; an answer now would be about a launch yet to come. */
  @Test
  void shouldNotAnswerForALaunchThatItHasIgnoredWhileItStops() {
    MachineTester agent = MachineTester.running(1);
    agent.on(new Event.StopRequested(true));
    agent.launch(2);
    assertThat(agent.kill(2, 5_000)).isEmpty();
    assertThat(agent.machine.lastEpoch()).isEqualTo(1);
  }
}
