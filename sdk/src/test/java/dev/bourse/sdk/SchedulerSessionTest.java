package dev.bourse.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.scheduler.AgentFailed;
import dev.bourse.topics.scheduler.OfferEnded.How;
import dev.bourse.topics.scheduler.OperationUpdate;
import dev.bourse.topics.scheduler.SessionEnded.Cause;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchedulerSessionTest {

  private final FakeHost host = new FakeHost();
  private final Recorder scheduler = new Recorder();
  private final SchedulerSession session =
      new SchedulerSession(Events.ID, Events.INFO, scheduler, List.of(0), false, host);
  private final SchedulerDriver driver = session.driver();

  @BeforeEach
  void start() {
    session.start();
  }

  private void subscribe() {
    session.event(0, Events.subscribed("s1"));
    host.takeSent();
    scheduler.takeTold();
  }

  @Test
  void shouldSubscribeAgainUntilItIsAnswered() {
    assertThat(host.takeCommands())
        .containsExactly(new SubscribeFramework(Events.ID, "s1", Events.INFO));

    for (int seconds : new int[] {2, 4, 8, 16, 32, 60, 60}) {
      host.pass(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(host.takeCommands()).isEmpty();
      host.pass(Duration.ofMillis(1));
      assertThat(host.takeCommands()).hasSize(1);
    }

    session.event(0, Events.subscribed("s1"));
    session.event(0, Events.subscribed("s1"));
    host.pass(Duration.ofMinutes(2));
    assertThat(host.takeCommands()).isEmpty();
    assertThat(scheduler.takeTold()).containsExactly("subscribed s1");
  }

  @Test
  void shouldSendSignsOfLifeAsOftenAsTheMasterSays() {
    host.pass(Duration.ofSeconds(10));
    assertThat(host.takeHeartbeats()).isZero();

    session.event(0, Events.subscribed("s1"));
    host.pass(Duration.ofSeconds(10));
    assertThat(host.takeHeartbeats()).isEqualTo(6);

    driver.stop();
    host.pass(Duration.ofSeconds(10));
    assertThat(host.takeHeartbeats()).isZero();
  }

  @Test
  void shouldSubscribeAnewWhenItWasDisconnected() {
    subscribe();

    session.event(0, Events.ended("s1", Cause.DISCONNECTED));

    assertThat(host.takeCommands())
        .containsExactly(new SubscribeFramework(Events.ID, "s2", Events.INFO));
    session.event(0, Events.subscribed("s2"));
    assertThat(scheduler.takeTold()).containsExactly("DISCONNECTED s1", "subscribed s2");
    host.takeHeartbeats();
    host.pass(Duration.ofSeconds(2));
    assertThat(host.takeHeartbeats()).isEqualTo(1);
  }

  @Test
  void shouldIgnoreWhatIsOfAnotherSessionOrFramework() {
    session.event(0, Events.subscribed("old"));
    session.event(0, Events.update("t1", TaskState.RUNNING, "u1"));
    subscribe();

    session.event(0, Events.offer("old", 1));
    session.event(0, Events.offerEnded("old", 1, How.RESCINDED));
    session.event(0, Events.ended("old", Cause.REPLACED));
    session.event(0, Events.refused("old"));
    FrameworkId other = new FrameworkId("f2");
    session.event(0, new AgentFailed(other, new AgentId("a1"), "host", AgentState.GONE));
    session.flush();

    assertThat(scheduler.takeTold()).isEmpty();
    assertThat(host.takeCommands()).isEmpty();
  }

  @Test
  void shouldTellEverythingElse() {
    subscribe();

    session.event(0, Events.refused("s1"));
    session.event(0, Events.refused(null));
    session.event(0, new AgentFailed(Events.ID, new AgentId("a1"), "host", AgentState.GONE));
    session.event(
        0, new OperationUpdate(Events.ID, "o1", OperationUpdate.State.FINISHED, null, null));
    session.event(0, Events.inverseOffer("s1", 3));
    session.event(0, Events.inverseOffer("s1", 4));
    session.event(0, Events.inverseEnded("s1", 4));
    session.flush();
    session.event(0, Events.inverseEnded("s1", 3));

    assertThat(scheduler.takeTold())
        .containsExactly(
            "refused accept",
            "refused accept",
            "a1 failed",
            "o1 FINISHED",
            "inverse [3]",
            "inverse ended 3");
  }

  @Test
  void shouldShowOffersOfOnePollTogetherAndOnlyInASession() {
    session.event(0, Events.offer("s1", 1));
    session.flush();
    assertThat(scheduler.takeTold()).isEmpty();

    session.event(0, Events.offer("s1", 2));
    session.event(0, Events.offer("s1", 3));
    session.event(0, Events.offerEnded("s1", 2, How.RESCINDED));
    session.event(0, Events.subscribed("s1"));
    session.flush();
    session.flush();

    assertThat(scheduler.takeTold()).containsExactly("subscribed s1", "offers [1, 3]");
  }

  @Test
  void shouldSayGoodbyeAndThenNothing() {
    subscribe();

    driver.stop();
    driver.stop();
    driver.kill("t1");
    session.event(0, Events.update("t1", TaskState.RUNNING, "u1"));

    assertThat(host.takeCommands()).containsExactly(new DisconnectFramework(Events.ID, "s1", null));
    assertThat(session.isOver()).isTrue();
    assertThat(scheduler.takeTold()).isEmpty();
  }

  @Test
  void shouldEndWhenItIsTornDownAndThatIsConfirmed() {
    subscribe();

    driver.teardown();
    driver.teardown();
    driver.revive();
    session.event(0, Events.update("t1", TaskState.KILLED, "u1"));

    assertThat(host.takeCommands()).containsExactly(new TeardownFramework(Events.ID, "s1"));
    assertThat(session.isOver()).isFalse();
    session.event(0, Events.ended("s1", Cause.REMOVED));
    assertThat(session.isOver()).isTrue();
    assertThat(scheduler.takeTold()).containsExactly("t1 KILLED", "REMOVED s1");
  }

  @Test
  void shouldTearItselfDownInTheNextSessionIfItMust() {
    subscribe();
    driver.teardown();
    host.takeCommands();

    session.event(0, Events.ended("s1", Cause.DISCONNECTED));
    session.event(0, Events.subscribed("s2"));

    assertThat(host.takeCommands())
        .containsExactly(
            new SubscribeFramework(Events.ID, "s2", Events.INFO),
            new TeardownFramework(Events.ID, "s2"));
  }

  @Test
  void shouldEndWhenItIsReplaced() {
    subscribe();
    driver.after(Duration.ofSeconds(1), () -> driver.kill("t1"));

    session.event(0, Events.ended("s1", Cause.REPLACED));
    host.pass(Duration.ofMinutes(2));

    assertThat(session.isOver()).isTrue();
    assertThat(host.takeCommands()).isEmpty();
  }
}
