package dev.bourse.core.apply;

import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Offers that are over. */
final class Offers {

  private Offers() {}

  /** What a framework gives back may be somebody else's; the job service is being asked anyway. */
  static void remove(MutableClusterState state, long number) {
    OfferRow offer = state.offer(number);
    state.remove(OfferRow.keyOf(number));
    if (offer != null && offer.framework() != null) {
      state.put(state.cell().withAllocationPending(true));
    }
  }
}
