package dev.bourse.core.apply;

import dev.bourse.core.event.UpdateSent;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Nothing: it is told. */
final class UpdateSentApplier implements EventApplier<UpdateSent> {

  @Override
  public void apply(UpdateSent event, MutableClusterState state) {
    // Nothing changes.
  }
}
