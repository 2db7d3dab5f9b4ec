package dev.bourse.core.apply;

import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.state.mutable.MutableClusterState;

/** What was offered is free again. */
final class OfferRescindedApplier implements EventApplier<OfferRescinded> {

  @Override
  public void apply(OfferRescinded event, MutableClusterState state) {
    Offers.remove(state, event.offer());
  }
}
