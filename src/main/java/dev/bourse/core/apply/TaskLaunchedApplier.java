package dev.bourse.core.apply;

import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The attempt holds its resources, and its job waits for it. */
final class TaskLaunchedApplier implements EventApplier<TaskLaunched> {

  @Override
  public void apply(TaskLaunched event, MutableClusterState state) {
    JobRow job = Existing.job(state, event.job());
    state.put(job.withProgress(job.progress().launched()));
    state.put(
        new TaskRow(
            event.task(),
            event.job(),
            event.attempt(),
            event.epoch(),
            event.agent(),
            event.role(),
            event.resources(),
            TaskRow.Status.STAGING,
            event.at(),
            null,
            null,
            null));
    state.put(state.cell().withEpochs(event.epoch()));
  }
}
