package dev.bourse.core.apply;

import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.task.TaskState;

/** The attempt is where the news says, and its job with it. */
final class TaskStatusChangedApplier implements EventApplier<TaskStatusChanged> {

  @Override
  public void apply(TaskStatusChanged event, MutableClusterState state) {
    TaskRow task = Existing.task(state, event.task());
    TaskTimers.cancelTimeout(state, task);
    if (event.timeoutAt() > 0) {
      state.put(new TimerRow(event.timeoutAt(), TimerRow.Kind.TIME_OUT_TASK, event.task().value()));
    }
    state.put(
        task.withStatus(
            new TaskRow.Status(
                event.state(),
                event.sequence(),
                event.reason(),
                event.message(),
                event.startedAt(),
                event.timeoutAt(),
                null)));
    if (task.job() == null) {
      return;
    }
    JobRow job = Existing.job(state, task.job());
    if (event.state() == TaskState.RUNNING
        && (job.progress().state() != JobState.RUNNING || job.progress().startedAt() == 0)) {
      state.put(job.withProgress(job.progress().running(event.startedAt())));
    }
  }
}
