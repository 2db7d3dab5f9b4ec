package dev.bourse.core.apply;

import dev.bourse.core.event.OfferConflicted;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The offer is over. */
final class OfferConflictedApplier implements EventApplier<OfferConflicted> {

  @Override
  public void apply(OfferConflicted event, MutableClusterState state) {
    Offers.remove(state, event.offer());
  }
}
