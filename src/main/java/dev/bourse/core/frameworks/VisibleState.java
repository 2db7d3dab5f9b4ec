package dev.bourse.core.frameworks;

import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.task.TaskState;

/**
 * The state of a task as its framework knows states: one that cannot handle that a task may come
 * back hears LOST for all that it does not know (task-state-reasons.md of Mesos).
 */
final class VisibleState {

  private VisibleState() {}

  static TaskState of(TaskState state, FrameworkRow framework) {
    if (framework.info().can(Capability.PARTITION_AWARE)) {
      return state;
    }
    return switch (state) {
      case UNREACHABLE, DROPPED, GONE, GONE_BY_OPERATOR, UNKNOWN -> TaskState.LOST;
      default -> state;
    };
  }
}
