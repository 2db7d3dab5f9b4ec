package dev.bourse.core.apply;

import dev.bourse.core.event.JobResubmitted;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The job knows of its newest submission. */
final class JobResubmittedApplier implements EventApplier<JobResubmitted> {

  @Override
  public void apply(JobResubmitted event, MutableClusterState state) {
    JobRow job = Existing.job(state, event.job());
    state.put(job.withPosition(event.position()));
  }
}
