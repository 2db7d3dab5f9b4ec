package dev.bourse.core.apply;

import dev.bourse.core.event.JobRejected;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.job.JobState;

/** The id is remembered as that of a refused document. */
final class JobRejectedApplier implements EventApplier<JobRejected> {

  @Override
  public void apply(JobRejected event, MutableClusterState state) {
    FinishedJobs.forget(state, event.job());
    FinishedJobs.remember(
        state, new FinishedJobRow(event.job(), "", JobState.REJECTED, false, event.expiresAt()));
  }
}
