package dev.bourse.core.apply;

import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The offer is used up. */
final class OfferDeclinedApplier implements EventApplier<OfferDeclined> {

  @Override
  public void apply(OfferDeclined event, MutableClusterState state) {
    Offers.remove(state, event.offer());
  }
}
