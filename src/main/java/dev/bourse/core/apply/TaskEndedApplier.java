package dev.bourse.core.apply;

import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The attempt holds nothing any more. */
final class TaskEndedApplier implements EventApplier<TaskEnded> {

  @Override
  public void apply(TaskEnded event, MutableClusterState state) {
    TaskRow task = Existing.task(state, event.task());
    TaskTimers.cancelTimeout(state, task);
    state.put(
        task.withStatus(
            new TaskRow.Status(
                event.state(),
                task.status().sequence(),
                event.reason(),
                event.message(),
                event.exit().startedAt(),
                0,
                event.exit())));
    state.put(state.cell().withAllocationPending(true));
  }
}
