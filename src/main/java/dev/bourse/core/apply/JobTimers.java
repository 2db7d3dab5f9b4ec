package dev.bourse.core.apply;

import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The timer of a job that waits for its back-off. */
final class JobTimers {

  private JobTimers() {}

  static void cancelRetry(MutableClusterState state, JobRow row) {
    if (row.progress().retryAt() > 0) {
      state.remove(
          new TimerRow(row.progress().retryAt(), TimerRow.Kind.RETRY_JOB, row.id().value()).key());
    }
  }
}
