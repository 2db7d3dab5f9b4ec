package dev.bourse.core.lifecycle;

import dev.bourse.topics.task.TaskState;

/**
 * Which state of an attempt may follow which. Terminal is for ever; {@code UNREACHABLE} is not,
 * since an agent may return: the task is then where it was.
 */
public final class TaskLifecycle {

  private TaskLifecycle() {}

  /** Whether an attempt may go from one state to another; staying is going nowhere. */
  public static boolean allows(TaskState from, TaskState to) {
    if (from.isTerminal()) {
      return false;
    }
    return switch (to) {
      case STAGING -> from == TaskState.UNREACHABLE;
      case STARTING -> from == TaskState.STAGING || from == TaskState.UNREACHABLE;
      case RUNNING -> from != TaskState.KILLING;
      case KILLING, UNREACHABLE, FINISHED, FAILED, KILLED, DROPPED, LOST, GONE, GONE_BY_OPERATOR ->
          true;
      case ERROR, UNKNOWN -> false;
    };
  }
}
