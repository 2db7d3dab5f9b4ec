package dev.bourse.topics.command;

import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.TaskState;
import java.util.Objects;

/**
 * One attempt as its agent knows it.
 *
 * @param task which
 * @param attempt which attempt
 * @param epoch of its launch
 * @param state as last reported
 */
public record TaskReport(TaskId task, int attempt, long epoch, TaskState state) {

  /** Checks. */
  public TaskReport {
    Objects.requireNonNull(task, "tasks.task: is missing");
    Objects.requireNonNull(state, "tasks.state: is missing");
  }
}
