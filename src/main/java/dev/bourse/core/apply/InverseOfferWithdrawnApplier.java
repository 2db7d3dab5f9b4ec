package dev.bourse.core.apply;

import dev.bourse.core.event.InverseOfferWithdrawn;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** It goes. */
final class InverseOfferWithdrawnApplier implements EventApplier<InverseOfferWithdrawn> {

  @Override
  public void apply(InverseOfferWithdrawn event, MutableClusterState state) {
    state.remove(InverseOfferRow.keyOf(event.offer()));
  }
}
