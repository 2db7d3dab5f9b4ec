package dev.bourse.core.apply;

import dev.bourse.core.event.JobArchived;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Only what tells a repeated submission from a new one stays. */
final class JobArchivedApplier implements EventApplier<JobArchived> {

  @Override
  public void apply(JobArchived event, MutableClusterState state) {
    JobRow job = Existing.job(state, event.job());
    state.remove(job.key());
    FinishedJobs.remember(
        state,
        new FinishedJobRow(
            job.id(),
            job.fingerprint(),
            job.progress().state(),
            job.progress().attempts() > 0,
            event.expiresAt()));
  }
}
