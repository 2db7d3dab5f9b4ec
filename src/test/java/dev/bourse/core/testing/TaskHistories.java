package dev.bourse.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.Event;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.lifecycle.TaskLifecycle;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.TaskState;
import java.util.TreeMap;

/** Follows every attempt through its events: each goes its lawful way and has one end. */
final class TaskHistories {

  private final TreeMap<TaskId, TaskState> states = new TreeMap<>();
  private long lastEpoch;

  void take(Event event) {
    switch (event) {
      case TaskLaunched e -> {
        assertThat(states.put(e.task(), TaskState.STAGING)).as("another attempt").isNull();
        assertThat(e.epoch()).isGreaterThan(lastEpoch);
        lastEpoch = e.epoch();
      }
      case FrameworkTaskLaunched e -> {
        assertThat(states.put(e.task(), TaskState.STAGING)).as("another attempt").isNull();
        assertThat(e.epoch()).isGreaterThan(lastEpoch);
        lastEpoch = e.epoch();
      }
      case TaskStatusChanged e -> {
        assertThat(e.state().isTerminal()).isFalse();
        move(e.task(), e.state());
      }
      case TaskEnded e -> {
        assertThat(e.state().isTerminal()).isTrue();
        move(e.task(), e.state());
      }
      case TaskArchived e -> assertThat(states.remove(e.task()).isTerminal()).isTrue();
      default -> {}
    }
  }

  private void move(TaskId task, TaskState to) {
    TaskState from = states.put(task, to);
    assertThat(from).as("state of %s", task).isNotNull();
    assertThat(TaskLifecycle.allows(from, to)).as("%s: %s → %s", task, from, to).isTrue();
  }
}
