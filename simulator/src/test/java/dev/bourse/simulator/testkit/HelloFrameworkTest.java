package dev.bourse.simulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.sdk.example.HelloFramework;
import dev.bourse.simulator.agent.Behaviour;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.TaskView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a framework is tested that is offered resources: this is all that it takes. */
class HelloFrameworkTest {

  private static final FrameworkId ID = new FrameworkId("hello");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final FrameworkInfo INFO =
      new FrameworkInfo(
          "hello", List.of(RoleInfo.of("eng")), null, 3_600_000L, null, null, null, null, null);

  private final SimulatedCluster cluster =
      SimulatedCluster.builder()
          .resources("cpus:0.2;memory:64") // for two tasks
          .commands(
              launch ->
                  launch.task().name().equals("hello-1")
                      ? Behaviour.failsAfter(MINUTE, 1)
                      : Behaviour.succeedsAfter(MINUTE.multipliedBy(5)))
          .build();
  private final SimulatedScheduler<HelloFramework> hello =
      cluster.start(ID, INFO, () -> new HelloFramework(6, List.of("work")));

  @Test
  void shouldFinishEveryTaskWhateverFails() {
    cluster.advance(MINUTE.multipliedBy(2));
    cluster.agentOf(ID, "hello-0").losePower();
    cluster.crashMaster(MINUTE);

    cluster.advanceUntil("the end", () -> !hello.isRunning(), Duration.ofHours(1));
    assertThat(hello.get().summary()).isEqualTo("6 of 6 finished, in 9 launches");
  }

  @Test
  void shouldBeginAgainAfterACrash() {
    cluster.advance(MINUTE.multipliedBy(2));
    hello.crash();
    cluster.advance(MINUTE.multipliedBy(2));
    assertThat(cluster.frameworkTasks(ID)).extracting(TaskView::state).contains(TaskState.RUNNING);
    hello.start();

    cluster.advanceUntil("the end", () -> !hello.isRunning(), Duration.ofHours(1));
    assertThat(hello.get().summary()).startsWith("6 of 6 finished");
  }
}
