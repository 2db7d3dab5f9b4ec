package dev.bourse.core.apply;

import dev.bourse.core.event.JobEnded;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The job is over. */
final class JobEndedApplier implements EventApplier<JobEnded> {

  @Override
  public void apply(JobEnded event, MutableClusterState state) {
    JobRow job = Existing.job(state, event.job());
    JobTimers.cancelRetry(state, job);
    state.put(
        job.withProgress(
            job.progress().ended(event.state(), event.at(), event.reason(), event.message())));
  }
}
