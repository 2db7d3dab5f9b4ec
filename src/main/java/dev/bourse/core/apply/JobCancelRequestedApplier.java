package dev.bourse.core.apply;

import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The job is on its way to its end. */
final class JobCancelRequestedApplier implements EventApplier<JobCancelRequested> {

  @Override
  public void apply(JobCancelRequested event, MutableClusterState state) {
    JobRow job = Existing.job(state, event.job());
    state.put(
        job.withProgress(job.progress().asCancelling(event.message()))
            .withPosition(event.position()));
  }
}
