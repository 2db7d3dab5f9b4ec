package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.frameworks.Acceptance;
import dev.bourse.core.frameworks.OfferAnswers;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.AcceptOffers;
import org.jspecify.annotations.Nullable;

/** Launches tasks on offers, and reserves of them. */
final class AcceptOffersHandler implements CommandHandler<AcceptOffers> {

  @Override
  public @Nullable Rejection handle(AcceptOffers call, Context context) {
    Sessions.Admission caller = Sessions.identify(call, context);
    FrameworkRow framework = caller.framework();
    if (framework == null) {
      return caller.refusal();
    }
    Acceptance acceptance = new Acceptance(call, framework, context);
    return OfferAnswers.isTooFast(call, call.offers(), context)
        ? acceptance.throttle()
        : acceptance.run();
  }
}
