package dev.bourse.core.apply;

import dev.bourse.core.event.OperationEnded;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Nothing: it is told. */
final class OperationEndedApplier implements EventApplier<OperationEnded> {

  @Override
  public void apply(OperationEnded event, MutableClusterState state) {
    // Nothing changes.
  }
}
