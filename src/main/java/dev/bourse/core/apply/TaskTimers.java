package dev.bourse.core.apply;

import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The timer of an attempt that may not run for ever. */
final class TaskTimers {

  private TaskTimers() {}

  static void cancelTimeout(MutableClusterState state, TaskRow row) {
    if (row.status().timeoutAt() > 0) {
      state.remove(
          new TimerRow(row.status().timeoutAt(), TimerRow.Kind.TIME_OUT_TASK, row.id().value())
              .key());
    }
  }
}
