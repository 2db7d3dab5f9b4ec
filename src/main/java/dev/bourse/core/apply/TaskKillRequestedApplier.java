package dev.bourse.core.apply;

import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The attempt is being ended. */
final class TaskKillRequestedApplier implements EventApplier<TaskKillRequested> {

  @Override
  public void apply(TaskKillRequested event, MutableClusterState state) {
    TaskRow task = Existing.task(state, event.task());
    state.put(task.withKillReason(event.reason()));
  }
}
