package dev.bourse.core.apply;

import dev.bourse.core.event.UpdatesDropped;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The line goes. */
final class UpdatesDroppedApplier implements EventApplier<UpdatesDropped> {

  @Override
  public void apply(UpdatesDropped event, MutableClusterState state) {
    state.remove(UpdatesRow.keyOf(event.task()));
  }
}
