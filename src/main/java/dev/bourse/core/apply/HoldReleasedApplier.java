package dev.bourse.core.apply;

import dev.bourse.core.event.HoldReleased;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** It is free for all. */
final class HoldReleasedApplier implements EventApplier<HoldReleased> {

  @Override
  public void apply(HoldReleased event, MutableClusterState state) {
    state.remove(HoldRow.keyOf(event.agent()));
    state.put(state.cell().withAllocationPending(true));
  }
}
