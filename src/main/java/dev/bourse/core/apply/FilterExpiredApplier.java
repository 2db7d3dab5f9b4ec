package dev.bourse.core.apply;

import dev.bourse.core.event.FilterExpired;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The filter goes. */
final class FilterExpiredApplier implements EventApplier<FilterExpired> {

  @Override
  public void apply(FilterExpired event, MutableClusterState state) {
    state.remove(FilterRow.keyOf(event.framework(), event.role(), event.agent()));
    state.put(state.cell().withAllocationPending(true));
  }
}
