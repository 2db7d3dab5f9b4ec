package dev.bourse.agent.machine;

import static dev.bourse.agent.machine.MachineTester.AGENT;
import static dev.bourse.agent.machine.MachineTester.INCARNATION;
import static dev.bourse.agent.machine.MachineTester.RUN;
import static dev.bourse.agent.machine.MachineTester.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  private static final Action BEAT = new Action.SendHeartbeat(new Heartbeat(AGENT, 1));

  @Test
  void shouldRegisterAtTheStartWithWhatItOffers() {
    RegisterAgent sent = sent(new MachineTester().on(new Event.Recovered(7, List.of())));
    assertThat(sent.agent()).isEqualTo(AGENT);
    assertThat(sent.incarnation()).isEqualTo(MachineTester.INCARNATION);
    assertThat(sent.resources().toString()).isEqualTo("cpus:2");
    assertThat(sent.isolation()).isEqualTo("none");
    assertThat(sent.region()).isEqualTo("eu");
    assertThat(sent.zone()).isEqualTo("eu-1");
    assertThat(sent.lastEpoch()).isEqualTo(7);
    assertThat(sent.tasks()).isEmpty();
  }

  @Test
  void shouldRegisterAgainAfterOneSecondThenAtDoubledIntervalsUpToOneMinute() {
    MachineTester agent = MachineTester.started();
    List<Long> waits = new ArrayList<>();
    long last = agent.now;
    while (waits.size() < 8) {
      if (!agent.after(500).isEmpty()) {
        waits.add((agent.now - last) / 1_000);
        last = agent.now;
      }
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void shouldBeReadyAndGiveSignsOfLifeOnceConfirmed() {
    MachineTester agent = MachineTester.started();
    assertThat(agent.confirm(1)).containsExactly(new Action.AnnounceReady(), BEAT);
    assertThat(agent.after(999)).isEmpty();
    assertThat(agent.after(1)).containsExactly(BEAT);
    assertThat(agent.after(1_000)).containsExactly(BEAT);
  }

  @Test
  void shouldSayWhenItWantsATick() {
    MachineTester agent = new MachineTester();
    assertThat(agent.machine.nextDue()).isEqualTo(Long.MAX_VALUE);
    agent.on(new Event.Recovered(0, List.of()));
    assertThat(agent.machine.nextDue()).isEqualTo(agent.now + 1_000);
    agent.run(1);
    agent.kill(1, 300);
    assertThat(agent.machine.nextDue()).isEqualTo(agent.now + 300);
  }

  @Test
  void shouldBeReadyOnlyOnce() {
    MachineTester agent = MachineTester.registered();
    assertThat(agent.confirm(1)).isEmpty();
    assertThat(agent.confirm(2)).isEmpty();
    assertThat(agent.after(1_000))
        .containsExactly(new Action.SendHeartbeat(new Heartbeat(AGENT, 2)));
  }

  @Test
  void shouldIgnoreTheConfirmationOfAnOlderRegistration() {
    MachineTester agent = MachineTester.registered();
    agent.confirm(5);
    agent.confirm(3);
    assertThat(agent.after(1_000))
        .containsExactly(new Action.SendHeartbeat(new Heartbeat(AGENT, 5)));
  }

  @Test
  void shouldIgnoreTheConfirmationOfAnotherIncarnation() {
    MachineTester agent = MachineTester.started();
    assertThat(agent.order(new ConfirmRegistration(AGENT, "another", RUN, 1))).isEmpty();
  }

  /** That run may have said goodbye since, and been forgotten. */
  @Test
  void shouldIgnoreTheConfirmationOfAnEarlierRun() {
    MachineTester agent = MachineTester.started();
    assertThat(agent.order(new ConfirmRegistration(AGENT, INCARNATION, RUN - 1, 1))).isEmpty();
  }

  @Test
  void shouldRegisterAgainWhenAskedAndNameItsTasks() {
    MachineTester agent = MachineTester.running(3);
    agent.run(4);
    agent.kill(4, 1_000);
    agent.run(5);
    agent.ended(5, 0);
    RegisterAgent sent = sent(agent.order(new RequestRegistration(AGENT, "unknown", 7L)));
    assertThat(sent.lastEpoch()).isEqualTo(5);
    assertThat(sent.answers()).isEqualTo(7);
    assertThat(sent.tasks())
        .containsExactly(
            report(3, TaskState.RUNNING),
            report(4, TaskState.KILLING),
            report(5, TaskState.FINISHED));
  }

  @Test
  void shouldNameATaskAsItWasReportedWhileItsOutputIsSent() {
    MachineTester agent = MachineTester.running(3);
    agent.exited(3, 0);
    assertThat(sent(agent.order(new RequestRegistration(AGENT, "", null))).tasks())
        .containsExactly(report(3, TaskState.RUNNING));
  }

  private static TaskReport report(long epoch, TaskState state) {
    return new TaskReport(key(epoch).task(), 1, epoch, state);
  }

  private static RegisterAgent sent(List<Action> actions) {
    assertThat(actions).hasSize(1).first().isInstanceOf(Action.SendRegistration.class);
    return ((Action.SendRegistration) actions.getFirst()).registration();
  }
}
