package dev.bourse.agent.machine;

import static dev.bourse.agent.machine.MachineTester.AGENT;
import static dev.bourse.agent.machine.MachineTester.INCARNATION;
import static dev.bourse.agent.machine.MachineTester.RUN;
import static dev.bourse.agent.machine.MachineTester.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.order.RequestRegistration;
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
  void shouldSayNothingAfterItsGoodbye() {
    MachineTester agent = MachineTester.started();
    agent.on(new Event.StopRequested(false));

    assertThat(agent.machine.nextDue()).isEqualTo(Long.MAX_VALUE);
    assertThat(agent.after(60_000)).isEmpty();
    assertThat(agent.order(new RequestRegistration(AGENT, "unknown", 7L))).isEmpty();
    assertThat(agent.confirm(1)).isEmpty();
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

  @Test
  void shouldEndWhatRunsAndSayGoodbyeWhenTheMasterDoesNotWantItAnyMore() {
    MachineTester agent = MachineTester.running(1);
    agent.run(2);
    assertThat(agent.shutDown("it is out of service"))
        .contains(
            new Action.SignalGroup(key(1), Action.Signal.TERM),
            new Action.SignalGroup(key(2), Action.Signal.TERM))
        .doesNotContain(new Action.Stopped());
    assertThat(agent.machine.unwanted()).isEqualTo("it is out of service");
    assertThat(agent.launch(3)).isEmpty();
    agent.ended(1, 143);
    assertThat(agent.after(MachineTester.GRACE))
        .contains(new Action.SignalGroup(key(2), Action.Signal.KILL));
    agent.exited(2, 137);
    assertThat(agent.drained(2)).contains(goodbye("it is out of service"), new Action.Stopped());
  }

  @Test
  void shouldGoAtOnceWhenNothingRunsAndTheMasterDoesNotWantIt() {
    MachineTester agent = MachineTester.started();
    assertThat(agent.machine.unwanted()).isNull();
    assertThat(agent.shutDown("gone")).containsExactly(goodbye("gone"), new Action.Stopped());
  }

  @Test
  void shouldNotBeToldTwiceToGo() {
    MachineTester agent = MachineTester.running(1);
    agent.shutDown("gone");
    assertThat(agent.shutDown("gone for ever")).isEmpty();
    assertThat(agent.machine.unwanted()).isEqualTo("gone");
    agent.exited(1, 143);
    assertThat(agent.drained(1)).contains(goodbye("gone"));
    assertThat(agent.on(new Event.StopRequested(false))).isEmpty();
  }

  @Test
  void shouldLeaveWhatStillRunsWhenItIsStoppedWhileTheMasterWantsItGone() {
    MachineTester agent = MachineTester.running(1);
    agent.shutDown("gone");
    assertThat(agent.on(new Event.StopRequested(false))).containsExactly(new Action.Stopped());
  }

  private static Action goodbye(String why) {
    return new Action.SendDeregistration(
        new DeregisterAgent(AGENT, INCARNATION, RUN, "the agent was shut down: " + why));
  }
}
