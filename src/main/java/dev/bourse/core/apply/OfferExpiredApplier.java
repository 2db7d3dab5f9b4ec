package dev.bourse.core.apply;

import dev.bourse.core.event.OfferExpired;
import dev.bourse.core.state.mutable.MutableClusterState;

/** What was offered is free again. */
final class OfferExpiredApplier implements EventApplier<OfferExpired> {

  @Override
  public void apply(OfferExpired event, MutableClusterState state) {
    Offers.remove(state, event.offer());
  }
}
