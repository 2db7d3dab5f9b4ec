package dev.bourse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.sdk.FakeHost.Sent;
import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded.Cause;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionCellsTest {

  private final FakeHost host = new FakeHost();
  private final Recorder scheduler = new Recorder();
  private final SchedulerSession session =
      new SchedulerSession(Events.ID, Events.INFO, scheduler, List.of(0, 1), false, host);
  private final SchedulerDriver driver = session.driver();

  @BeforeEach
  void subscribe() {
    session.start();
    session.event(0, Events.subscribed("s1"));
    session.event(1, Events.subscribed("s2"));
    host.takeSent();
    scheduler.takeTold();
  }

  @Test
  void shouldAnswerOffersInTheirCell() {
    ResourceOffer here = Events.offer("s1", 7);
    ResourceOffer there = Events.offer("s2", 7);
    session.event(0, here);
    session.event(1, there);
    session.flush();
    assertThat(scheduler.takeTold()).containsExactly("offers [7, 7]");

    driver.accept(Accept.of(there).launch(Events.task("t1", "cpus:1")));
    driver.decline(here);
    driver.kill("t1");

    assertThat(host.takeSent()).extracting(Sent::cell).containsExactly(1, 0, 1);
  }

  @Test
  void shouldRememberWhereTasksAreUntilTheyAreOver() {
    session.event(1, Events.update("t1", TaskState.RUNNING, "u1"));
    driver.kill("t1");
    session.event(1, Events.update("t1", TaskState.KILLED, "u2"));
    driver.kill("t1");

    KillTasks kill1 = new KillTasks(Events.ID, "s1", List.of("t1"), null);
    KillTasks kill2 = new KillTasks(Events.ID, "s2", List.of("t1"), null);
    assertThat(host.takeSent())
        .containsExactly(
            new Sent(1, new AcknowledgeUpdate(Events.ID, "s2", "t1", "u1")),
            new Sent(1, kill2),
            new Sent(1, new AcknowledgeUpdate(Events.ID, "s2", "t1", "u2")),
            new Sent(0, kill1),
            new Sent(1, kill2));
  }

  @Test
  void shouldBelieveThatATaskIsUnknownWhenAllCellsSaySo() {
    List<String> done = new ArrayList<>();
    driver.reconcile(List.of(new TaskRef("t1", null)), () -> done.add("done"));
    assertThat(host.takeSent()).extracting(Sent::cell).containsExactly(0, 1);

    session.event(1, Events.answer("t1", TaskState.LOST));
    assertThat(scheduler.takeTold()).isEmpty();
    session.event(0, Events.answer("t1", TaskState.LOST));

    assertThat(scheduler.takeTold()).containsExactly("t1 LOST");
    assertThat(done).hasSize(1);
  }

  @Test
  void shouldBelieveTheCellThatHasTheTask() {
    driver.reconcile(List.of(new TaskRef("t1", null)));

    session.event(0, Events.answer("t1", TaskState.UNKNOWN));
    session.event(1, Events.answer("t1", TaskState.RUNNING));
    session.event(0, Events.answer("t1", TaskState.UNKNOWN));
    assertThat(scheduler.takeTold()).containsExactly("t1 RUNNING");

    session.event(1, Events.answer("t1", TaskState.UNKNOWN));
    assertThat(scheduler.takeTold()).containsExactly("t1 UNKNOWN");
  }

  @Test
  void shouldSubscribeAnewOnlyWhereItWasDisconnected() {
    session.event(1, Events.ended("s2", Cause.DISCONNECTED));

    assertThat(host.takeSent()).extracting(Sent::cell).containsExactly(1);
    session.event(0, Events.offer("s1", 1));
    session.event(1, Events.offer("s3", 1));
    session.flush();
    assertThat(scheduler.takeTold()).containsExactly("DISCONNECTED s2", "offers [1]");
    session.event(1, Events.subscribed("s3"));
    session.flush();
    assertThat(scheduler.takeTold()).containsExactly("subscribed s3", "offers [1]");
    driver.decline(driver.offers(), null);
    assertThat(host.takeSent())
        .containsExactly(
            new Sent(0, new DeclineOffers(Events.ID, "s1", List.of(1L), null)),
            new Sent(1, new DeclineOffers(Events.ID, "s3", List.of(1L), null)));
  }

  @Test
  void shouldBeOverWhenItIsOverEverywhere() {
    driver.teardown();
    assertThat(host.takeSent())
        .containsExactly(
            new Sent(0, new TeardownFramework(Events.ID, "s1")),
            new Sent(1, new TeardownFramework(Events.ID, "s2")));

    session.event(0, Events.ended("s1", Cause.REMOVED));
    assertThat(session.isOver()).isFalse();
    session.event(1, Events.ended("s2", Cause.REMOVED));
    assertThat(session.isOver()).isTrue();
  }

  @Test
  void shouldNeedACell() {
    assertThatThrownBy(
            () -> new SchedulerSession(Events.ID, Events.INFO, scheduler, List.of(), false, host))
        .hasMessage("cells: is empty, but must name at least one");
  }
}
