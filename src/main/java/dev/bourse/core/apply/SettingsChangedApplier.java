package dev.bourse.core.apply;

import dev.bourse.core.event.SettingsChanged;
import dev.bourse.core.state.SettingsRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The cell remembers its settings. */
final class SettingsChangedApplier implements EventApplier<SettingsChanged> {

  @Override
  public void apply(SettingsChanged event, MutableClusterState state) {
    state.put(new SettingsRow(event.settings()));
  }
}
