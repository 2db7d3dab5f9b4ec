package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.frameworks.Filters;
import dev.bourse.core.frameworks.OfferAnswers;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.topics.command.DeclineOffers;
import org.jspecify.annotations.Nullable;

/**
 * Takes offers back that a framework does not use, and remembers for a while that it does not want
 * them. One that is another framework's does not keep the others from being declined.
 */
final class DeclineOffersHandler implements CommandHandler<DeclineOffers> {

  @Override
  public @Nullable Rejection handle(DeclineOffers call, Context context) {
    Sessions.Admission caller = Sessions.identify(call, context);
    FrameworkRow framework = caller.framework();
    if (framework == null) {
      return caller.refusal();
    }
    if (OfferAnswers.isTooFast(call, call.offers(), context)) {
      return Sessions.throttle(call, context);
    }
    String problem = null;
    for (Long number : call.offers()) {
      OfferRow offer = context.state().offer(number);
      if (offer != null && framework.id().equals(offer.framework())) {
        context.emit(new OfferDeclined(number));
        Filters.set(
            framework,
            offer.role(),
            offer.agent(),
            offer.resources(),
            call.refuseMillis(),
            context);
      } else if (offer != null) {
        problem = "offers: offer " + number + " is another framework's";
      }
      // One that has just been taken back is of no interest to anybody any more.
    }
    return problem == null ? null : Sessions.refuse(call, problem, context);
  }
}
