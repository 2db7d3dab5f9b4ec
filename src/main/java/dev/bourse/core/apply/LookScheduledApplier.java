package dev.bourse.core.apply;

import dev.bourse.core.event.LookScheduled;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** A timer stands for it. */
final class LookScheduledApplier implements EventApplier<LookScheduled> {

  @Override
  public void apply(LookScheduled event, MutableClusterState state) {
    state.put(new TimerRow(event.at(), TimerRow.Kind.LOOK_FOR_ROOM, ""));
  }
}
