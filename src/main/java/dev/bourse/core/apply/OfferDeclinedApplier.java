package dev.bourse.core.apply;

import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The offer is used up. */
final class OfferDeclinedApplier implements EventApplier<OfferDeclined> {

  @Override
  public void apply(OfferDeclined event, MutableClusterState state) {
    state.remove(OfferRow.keyOf(event.offer()));
  }
}
