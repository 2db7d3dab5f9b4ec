package dev.bourse.core.apply;

import dev.bourse.core.event.HoldPlaced;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** It is kept. */
final class HoldPlacedApplier implements EventApplier<HoldPlaced> {

  @Override
  public void apply(HoldPlaced event, MutableClusterState state) {
    state.put(
        new HoldRow(
            event.agent(),
            event.role(),
            event.client(),
            event.job(),
            event.resources(),
            event.at()));
  }
}
