package dev.bourse.core.apply;

import dev.bourse.core.event.SettingsChanged;
import dev.bourse.core.state.SettingsRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The cell remembers its settings; under others, something may fit that did not. */
final class SettingsChangedApplier implements EventApplier<SettingsChanged> {

  @Override
  public void apply(SettingsChanged event, MutableClusterState state) {
    state.put(new SettingsRow(event.settings()));
    state.put(state.cell().withAllocationPending(true));
  }
}
