package dev.bourse.core.apply;

import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The attempt is being ended; how long it runs does not matter any more. */
final class TaskKillRequestedApplier implements EventApplier<TaskKillRequested> {

  @Override
  public void apply(TaskKillRequested event, MutableClusterState state) {
    TaskRow task = Existing.task(state, event.task());
    TaskTimers.cancelTimeout(state, task);
    state.put(task.withKillReason(event.reason(), event.message()));
  }
}
