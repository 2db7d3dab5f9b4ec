package dev.bourse.core.apply;

import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The job waits for its back-off. */
final class JobRequeuedApplier implements EventApplier<JobRequeued> {

  @Override
  public void apply(JobRequeued event, MutableClusterState state) {
    JobRow job = Existing.job(state, event.job());
    state.put(
        job.withProgress(
            job.progress()
                .requeued(event.retryAt(), event.counts(), event.reason(), event.message())));
    state.put(new TimerRow(event.retryAt(), TimerRow.Kind.RETRY_JOB, event.job().value()));
  }
}
