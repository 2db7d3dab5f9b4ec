package dev.bourse.core.apply;

import dev.bourse.core.event.FilterExpired;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import java.util.Comparator;

/** The filter goes: of those for an agent in a role, the one that is due first. */
final class FilterExpiredApplier implements EventApplier<FilterExpired> {

  @Override
  public void apply(FilterExpired event, MutableClusterState state) {
    state.filtersOn(event.framework(), event.role(), event.agent()).stream()
        .min(Comparator.comparingLong(FilterRow::until))
        .ifPresent(filter -> state.remove(filter.key()));
    state.put(state.cell().withAllocationPending(true));
  }
}
