package dev.bourse.core.apply;

import dev.bourse.core.event.RoleChanged;
import dev.bourse.core.state.RoleRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** It counts instead of what is configured. */
final class RoleChangedApplier implements EventApplier<RoleChanged> {

  @Override
  public void apply(RoleChanged event, MutableClusterState state) {
    state.put(new RoleRow(event.role(), event.settings()));
    state.put(state.cell().withAllocationPending(true));
  }
}
