package dev.bourse.core.apply;

import dev.bourse.core.event.InverseOfferAnswered;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The answer is remembered for the operator. */
final class InverseOfferAnsweredApplier implements EventApplier<InverseOfferAnswered> {

  @Override
  public void apply(InverseOfferAnswered event, MutableClusterState state) {
    InverseOfferRow offer = Existing.inverseOffer(state, event.offer());
    state.put(
        new InverseOfferRow(offer.number(), offer.framework(), offer.agent(), event.accepted()));
  }
}
