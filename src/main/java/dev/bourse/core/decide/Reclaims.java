package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.OfferRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;

/** Takes back for an operator what is offered, and not used yet. */
final class Reclaims {

  private Reclaims() {}

  /** What an operator may have of an agent: all that no task holds. */
  static Resources pool(AgentId agent, ClusterState state) {
    Resources pool = state.free(agent);
    for (OfferRow offer : state.offersOn(agent)) {
      if (!offer.optimistic()) {
        pool = pool.plus(offer.resources());
      }
    }
    return pool;
  }

  /** Takes offers back until these of the pool are free. */
  static void free(AgentId agent, Resources wanted, Context context) {
    for (OfferRow offer : new ArrayList<>(context.state().offersOn(agent))) {
      if (context.state().free(agent).contains(wanted)) {
        return;
      }
      if (!offer.optimistic()) {
        context.emit(
            new OfferRescinded(offer.number(), "an operator changes what is reserved there"));
      }
    }
  }
}
