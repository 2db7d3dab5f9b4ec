package dev.bourse.sdk.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.sdk.Events;
import dev.bourse.sdk.FakeHost;
import dev.bourse.sdk.SchedulerSession;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.ReconcileTasks;
import dev.bourse.topics.command.ReviveOffers;
import dev.bourse.topics.command.SuppressOffers;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.task.TaskState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelloFrameworkTest {

  private final FakeHost host = new FakeHost();
  private final HelloFramework hello = new HelloFramework(3, List.of("echo", "hello"));
  private final SchedulerSession session =
      new SchedulerSession(Events.ID, Events.INFO, hello, List.of(0), false, host);

  @Test
  void shouldRunACommandSoManyTimesAndThenEnd() {
    session.start();
    session.event(0, Events.subscribed("s1"));
    offer(1, "cpus:0.25;memory:1000");
    assertThat(accepted().operations().getFirst().tasks()).hasSize(2);
    offer(2, "cpus:8;memory:32");
    assertThat(host.takeCommands())
        .hasAtLeastOneElementOfType(AcceptOffers.class)
        .hasAtLeastOneElementOfType(SuppressOffers.class);

    session.event(0, Events.update("hello-0", TaskState.RUNNING, "u1"));
    session.event(0, Events.update("hello-0", TaskState.FAILED, "u2"));
    session.event(0, Events.update("hello-1", TaskState.FINISHED, "u3"));
    session.event(0, Events.update("hello-2", TaskState.FINISHED, "u4"));
    host.takeCommands();
    host.pass(Duration.ofSeconds(1));
    assertThat(host.takeCommands()).containsExactly(new ReviveOffers(Events.ID, "s1", List.of()));
    offer(3, "cpus:8;memory:1000");
    assertThat(accepted().refuseMillis()).isEqualTo(3_600_000);
    session.event(0, Events.update("hello-3", TaskState.FINISHED, "u5"));

    assertThat(host.takeCommands()).contains(new TeardownFramework(Events.ID, "s1"));
    assertThat(hello.summary()).isEqualTo("3 of 3 finished, in 4 launches");
  }

  @Test
  void shouldDeclineWhatIsTooSmallAndAskForItsTasksInANewSession() {
    session.start();
    session.event(0, Events.subscribed("s1"));
    offer(1, "cpus:0.05;memory:1000");
    assertThat(accepted().operations()).isEmpty();
    offer(2, "cpus:0.1;memory:1000");
    host.takeCommands();

    session.event(0, Events.disconnected("s1"));
    session.event(0, Events.subscribed("s2"));

    assertThat(host.takeCommands()).filteredOn(ReconcileTasks.class::isInstance).hasSize(1);
  }

  private void offer(long number, String resources) {
    session.event(0, Events.offer("s1", number, "a1", resources));
    session.flush();
  }

  private AcceptOffers accepted() {
    List<Command> sent = host.takeCommands();
    return (AcceptOffers)
        sent.stream().filter(AcceptOffers.class::isInstance).findFirst().orElseThrow();
  }
}
