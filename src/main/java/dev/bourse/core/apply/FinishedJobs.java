package dev.bourse.core.apply;

import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.id.JobId;

/** What is remembered of jobs that are over, each with the timer that ends it. */
final class FinishedJobs {

  private FinishedJobs() {}

  static void remember(MutableClusterState state, FinishedJobRow row) {
    state.put(row);
    state.put(timer(row));
  }

  static void forget(MutableClusterState state, JobId id) {
    FinishedJobRow row = state.finishedJob(id);
    if (row != null) {
      state.remove(row.key());
      state.remove(timer(row).key());
    }
  }

  private static TimerRow timer(FinishedJobRow row) {
    return new TimerRow(row.expiresAt(), TimerRow.Kind.EXPIRE_JOB, row.id().value());
  }
}
