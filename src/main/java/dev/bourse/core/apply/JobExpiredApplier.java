package dev.bourse.core.apply;

import dev.bourse.core.event.JobExpired;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The id is free again. */
final class JobExpiredApplier implements EventApplier<JobExpired> {

  @Override
  public void apply(JobExpired event, MutableClusterState state) {
    FinishedJobs.forget(state, event.job());
  }
}
