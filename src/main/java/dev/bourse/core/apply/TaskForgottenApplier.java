package dev.bourse.core.apply;

import dev.bourse.core.event.TaskForgotten;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The timer goes. */
final class TaskForgottenApplier implements EventApplier<TaskForgotten> {

  @Override
  public void apply(TaskForgotten event, MutableClusterState state) {
    state.remove(
        new TimerRow(event.dueAt(), TimerRow.Kind.EXPIRE_TASK, event.task().value()).key());
  }
}
