package dev.bourse.core.apply;

import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The offer is used up. */
final class OfferAcceptedApplier implements EventApplier<OfferAccepted> {

  @Override
  public void apply(OfferAccepted event, MutableClusterState state) {
    Offers.remove(state, event.offer());
  }
}
