package dev.bourse.core.apply;

import dev.bourse.core.event.InverseOfferMade;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** It is remembered. */
final class InverseOfferMadeApplier implements EventApplier<InverseOfferMade> {

  @Override
  public void apply(InverseOfferMade event, MutableClusterState state) {
    state.put(new InverseOfferRow(event.offer(), event.framework(), event.agent(), null));
    state.put(state.cell().withOffers(event.offer()));
  }
}
