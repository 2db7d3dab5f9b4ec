package dev.bourse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.ReconcileTasks;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.scheduler.SessionEnded.Cause;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionUpdatesTest {

  private final FakeHost host = new FakeHost();
  private final Recorder scheduler = new Recorder();

  private SchedulerSession begin(boolean manual) {
    SchedulerSession session =
        new SchedulerSession(Events.ID, Events.INFO, scheduler, List.of(0), manual, host);
    session.start();
    session.event(0, Events.subscribed("s1"));
    host.takeSent();
    scheduler.takeTold();
    return session;
  }

  @Test
  void shouldAcknowledgeInOrderWhatWasTold() {
    SchedulerSession session = begin(false);

    session.event(0, Events.update("t1", TaskState.RUNNING, "u1"));
    session.event(0, Events.update("t1", TaskState.RUNNING, null));
    session.event(0, Events.update("t1", TaskState.FINISHED, "u2"));

    assertThat(scheduler.takeTold()).containsExactly("t1 RUNNING", "t1 RUNNING", "t1 FINISHED");
    assertThat(host.takeCommands())
        .containsExactly(acknowledge("s1", "t1", "u1"), acknowledge("s1", "t1", "u2"));
  }

  @Test
  void shouldAcknowledgeARepeatWithoutTellingItTwice() {
    SchedulerSession session = begin(false);
    session.event(0, Events.update("t1", TaskState.FINISHED, "u1"));
    session.event(0, Events.update("t2", TaskState.FINISHED, "u1"));

    session.event(0, Events.update("t1", TaskState.FINISHED, "u1"));

    assertThat(scheduler.takeTold()).containsExactly("t1 FINISHED", "t2 FINISHED");
    assertThat(host.takeCommands())
        .containsExactly(
            acknowledge("s1", "t1", "u1"),
            acknowledge("s1", "t2", "u1"),
            acknowledge("s1", "t1", "u1"));
  }

  @Test
  void shouldTellAgainInTheNextSession() {
    SchedulerSession session = begin(true);
    session.event(0, Events.update("t1", TaskState.RUNNING, "u1"));

    session.event(0, Events.ended("s1", Cause.DISCONNECTED));
    session.event(0, Events.subscribed("s2"));
    session.event(0, Events.update("t1", TaskState.RUNNING, "u1"));

    assertThat(scheduler.takeTold())
        .containsExactly("t1 RUNNING", "DISCONNECTED s1", "subscribed s2", "t1 RUNNING");
  }

  @Test
  void shouldLeaveItToTheSchedulerToAcknowledge() {
    SchedulerSession session = begin(true);
    TaskUpdate update = Events.update("t1", TaskState.FINISHED, "u1");

    session.event(0, update);
    session.event(0, update);
    assertThat(scheduler.takeTold()).containsExactly("t1 FINISHED");
    assertThat(host.takeCommands()).isEmpty();

    session.driver().acknowledge(update);
    session.driver().acknowledge(Events.update("t1", TaskState.RUNNING, null));
    session.event(0, update);

    assertThat(scheduler.takeTold()).isEmpty();
    assertThat(host.takeCommands())
        .containsExactly(acknowledge("s1", "t1", "u1"), acknowledge("s1", "t1", "u1"));
  }

  @Test
  void shouldNotLetTheSchedulerAcknowledgeUnasked() {
    SchedulerDriver driver = begin(false).driver();

    assertThatThrownBy(() -> driver.acknowledge(Events.update("t1", TaskState.RUNNING, "u1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("manual acknowledgement");
  }

  @Test
  void shouldNotAcknowledgeWhatTheSchedulerThrewAt() {
    SchedulerSession session =
        new SchedulerSession(
            Events.ID,
            Events.INFO,
            new Recorder() {
              @Override
              public void statusUpdate(SchedulerDriver driver, TaskUpdate update) {
                throw new IllegalStateException("no");
              }
            },
            List.of(0),
            false,
            host);
    session.start();
    session.event(0, Events.subscribed("s1"));
    host.takeSent();

    assertThatThrownBy(() -> session.event(0, Events.update("t1", TaskState.RUNNING, "u1")))
        .hasMessage("no");
    assertThat(host.takeCommands()).isEmpty();
  }

  @Test
  void shouldAskForTasksUntilEachWasToldOf() {
    SchedulerSession session = begin(false);
    List<String> done = new ArrayList<>();

    session.driver().reconcile(List.of(ref("t1"), ref("t2")), () -> done.add("done"));
    assertThat(host.takeCommands()).containsExactly(ask("s1", "t1", "t2"));
    session.event(0, Events.answer("t1", TaskState.RUNNING));
    host.pass(Duration.ofMillis(1_000));
    assertThat(host.takeCommands()).containsExactly(ask("s1", "t2"));
    assertThat(done).isEmpty();

    session.event(0, Events.answer("t2", TaskState.UNKNOWN));
    assertThat(done).containsExactly("done");
    host.pass(Duration.ofMinutes(2));
    assertThat(host.takeCommands()).isEmpty();
  }

  @Test
  void shouldWaitLongerEachTimeItAsks() {
    List<Long> times = new ArrayList<>();
    SchedulerSession session = begin(false);
    session.driver().reconcile(List.of(ref("t1")));
    for (int millis = 0; millis < 180_000; millis++) {
      if (!host.takeCommands().isEmpty()) {
        times.add(host.now().toEpochMilli());
      }
      host.pass(Duration.ofMillis(1));
    }

    long[] pauses = {1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000};
    for (int i = 0; i < pauses.length; i++) {
      assertThat(times.get(i + 1) - times.get(i)).isBetween(pauses[i] * 4 / 5, pauses[i]);
    }
  }

  @Test
  void shouldReconcileOneAfterTheOther() {
    SchedulerSession session = begin(false);
    List<String> done = new ArrayList<>();
    SchedulerDriver driver = session.driver();

    driver.reconcile(List.of(ref("t1")), () -> done.add("first"));
    driver.reconcile(List.of(ref("t2")), () -> done.add("second"));
    driver.reconcile(List.of(), () -> done.add("third"));
    assertThat(host.takeCommands()).containsExactly(ask("s1", "t1"));
    session.event(0, Events.answer("t2", TaskState.RUNNING)); // too early to count
    session.event(0, Events.update("t1", TaskState.RUNNING, "u1"));

    assertThat(done).containsExactly("first");
    assertThat(host.takeCommands()).contains(ask("s1", "t2"));
    session.event(0, Events.answer("t2", TaskState.RUNNING));
    assertThat(done).containsExactly("first", "second", "third");
  }

  @Test
  void shouldGoOnReconcilingInTheNextSession() {
    SchedulerSession session = begin(false);
    session.driver().reconcile(List.of(ref("t1")));
    session.event(0, Events.ended("s1", Cause.DISCONNECTED));
    host.takeCommands();

    session.event(0, Events.subscribed("s2"));
    host.pass(Duration.ofSeconds(1));

    assertThat(host.takeCommands()).containsExactly(ask("s2", "t1"));
  }

  @Test
  void shouldAskForManyInParts() {
    SchedulerSession session = begin(false);
    List<TaskRef> tasks = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      tasks.add(ref("t" + i));
    }
    Collections.shuffle(tasks, new java.util.Random(1));

    session.driver().reconcile(tasks);

    assertThat(host.takeCommands())
        .extracting(command -> ((ReconcileTasks) command).tasks().size())
        .containsExactly(1_000, 500);
  }

  private static TaskRef ref(String task) {
    return new TaskRef(task, null);
  }

  private static Command ask(String session, String... tasks) {
    List<TaskRef> refs = List.of(tasks).stream().map(SessionUpdatesTest::ref).toList();
    return new ReconcileTasks(Events.ID, session, refs);
  }

  private static Command acknowledge(String session, String task, String update) {
    return new AcknowledgeUpdate(Events.ID, session, task, update);
  }
}
