package dev.bourse.core.apply;

import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.task.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The attempt becomes a line in its job's history. */
final class TaskArchivedApplier implements EventApplier<TaskArchived> {

  @Override
  public void apply(TaskArchived event, MutableClusterState state) {
    TaskRow task = Existing.task(state, event.task());
    state.remove(task.key());
    if (task.job() == null) {
      state.put(new TimerRow(event.expiresAt(), TimerRow.Kind.EXPIRE_TASK, event.task().value()));
      return;
    }
    JobRow job = Existing.job(state, task.job());
    List<Attempt> history = new ArrayList<>(job.history());
    history.add(
        new Attempt(
            task.attempt(),
            task.epoch(),
            task.agent(),
            task.state(),
            task.status().reason(),
            task.status().message(),
            Objects.requireNonNull(task.status().exit())));
    if (history.size() > JobRow.MAX_HISTORY) {
      history.removeFirst();
    }
    state.put(job.withHistory(history));
  }
}
