package dev.bourse.core.apply;

import dev.bourse.core.event.JobRetryDue;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The job waits for resources. */
final class JobRetryDueApplier implements EventApplier<JobRetryDue> {

  @Override
  public void apply(JobRetryDue event, MutableClusterState state) {
    JobRow job = Existing.job(state, event.job());
    JobTimers.cancelRetry(state, job);
    state.put(job.withProgress(job.progress().retryDue()));
    state.put(state.cell().withAllocationPending(true));
  }
}
