package dev.bourse.core.apply;

import dev.bourse.core.event.UpdateResent;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** It waits longer. */
final class UpdateResentApplier implements EventApplier<UpdateResent> {

  @Override
  public void apply(UpdateResent event, MutableClusterState state) {
    UpdatesRow line = Existing.updates(state, event.task());
    state.put(
        new UpdatesRow(
            line.task(), line.agent(), line.pending(), event.resendAt(), event.waitMillis()));
  }
}
