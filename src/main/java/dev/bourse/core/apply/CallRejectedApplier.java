package dev.bourse.core.apply;

import dev.bourse.core.event.CallRejected;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Nothing: it is told. */
final class CallRejectedApplier implements EventApplier<CallRejected> {

  @Override
  public void apply(CallRejected event, MutableClusterState state) {
    // Nothing changes.
  }
}
