package dev.bourse.core.apply;

import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import java.util.List;

/** The job waits for resources. */
final class JobSubmittedApplier implements EventApplier<JobSubmitted> {

  @Override
  public void apply(JobSubmitted event, MutableClusterState state) {
    FinishedJobs.forget(state, event.job());
    state.put(
        new JobRow(
            event.job(),
            event.spec(),
            event.fingerprint(),
            JobRow.Progress.QUEUED,
            List.of(),
            event.at(),
            event.order(),
            event.position()));
    state.put(state.cell().withSubmissions(event.order()).withAllocationPending(true));
  }
}
