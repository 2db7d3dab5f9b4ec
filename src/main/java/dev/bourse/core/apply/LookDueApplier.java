package dev.bourse.core.apply;

import dev.bourse.core.event.LookDue;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** An allocation looks. */
final class LookDueApplier implements EventApplier<LookDue> {

  @Override
  public void apply(LookDue event, MutableClusterState state) {
    state.remove(new TimerRow(event.at(), TimerRow.Kind.LOOK_FOR_ROOM, "").key());
    state.put(state.cell().withAllocationPending(true));
  }
}
