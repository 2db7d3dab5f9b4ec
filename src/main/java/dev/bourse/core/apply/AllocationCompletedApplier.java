package dev.bourse.core.apply;

import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.state.mutable.MutableClusterState;

/** There is nothing left to try. */
final class AllocationCompletedApplier implements EventApplier<AllocationCompleted> {

  @Override
  public void apply(AllocationCompleted event, MutableClusterState state) {
    state.put(state.cell().withAllocationPending(false));
  }
}
