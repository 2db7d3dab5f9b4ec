package dev.bourse.core.frameworks;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.InverseOfferWithdrawn;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes offers back. */
public final class OfferEnds {

  private OfferEnds() {}

  /** All that a framework has not answered. */
  public static void rescindOf(FrameworkId framework, String reason, Context context) {
    rescind(context.state().offersOf(framework), reason, context);
  }

  /** All of an agent's that are not answered. */
  public static void rescindOn(AgentId agent, String reason, Context context) {
    rescind(context.state().offersOn(agent), reason, context);
  }

  /** These. */
  public static void rescind(List<OfferRow> offers, String reason, Context context) {
    for (OfferRow offer : offers) {
      context.emit(new OfferRescinded(offer.number(), reason));
    }
  }

  /**
   * As many of an agent's as stand in the way of something, the oldest first; none when it is not
   * they that stand in the way.
   *
   * @param problem says what is wrong with it, given what is free; null when nothing is
   * @return what is wrong with it all the same, or null
   */
  public static @Nullable String makeWay(
      AgentId agent,
      Function<Resources, @Nullable String> problem,
      String reason,
      Context context) {
    Resources free = context.state().free(agent);
    String last = problem.apply(free);
    List<OfferRow> inTheWay = new ArrayList<>();
    for (OfferRow offer : context.state().offersOn(agent)) {
      if (last != null && !offer.optimistic()) {
        inTheWay.add(offer);
        free = free.plus(offer.resources());
        last = problem.apply(free);
      }
    }
    if (last == null) {
      rescind(inTheWay, reason, context);
    }
    return last;
  }

  /** Asks no framework any more to leave an agent; or a framework to leave none. */
  public static void withdrawInverse(
      @Nullable AgentId agent, @Nullable FrameworkId framework, Context context) {
    for (InverseOfferRow offer : new ArrayList<>(context.state().inverseOffers())) {
      if (offer.agent().equals(agent) || offer.framework().equals(framework)) {
        context.emit(new InverseOfferWithdrawn(offer.number()));
      }
    }
  }
}
