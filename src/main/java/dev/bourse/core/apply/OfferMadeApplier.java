package dev.bourse.core.apply;

import dev.bourse.core.event.OfferMade;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The offered resources count as in use. */
final class OfferMadeApplier implements EventApplier<OfferMade> {

  @Override
  public void apply(OfferMade event, MutableClusterState state) {
    state.put(
        new OfferRow(event.offer(), event.agent(), event.role(), event.resources(), event.at()));
    state.put(state.cell().withOffers(event.offer()));
  }
}
