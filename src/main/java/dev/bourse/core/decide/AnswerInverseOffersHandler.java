package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.InverseOfferAnswered;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.InverseOfferRow;
import dev.bourse.topics.command.AnswerInverseOffers;
import org.jspecify.annotations.Nullable;

/** Remembers whether a framework will leave an agent. */
final class AnswerInverseOffersHandler implements CommandHandler<AnswerInverseOffers> {

  @Override
  public @Nullable Rejection handle(AnswerInverseOffers call, Context context) {
    Sessions.Admission admission = Sessions.admit(call, context);
    FrameworkRow framework = admission.framework();
    if (framework == null) {
      return admission.refusal();
    }
    String problem = null;
    for (Long number : call.offers()) {
      InverseOfferRow offer = context.state().inverseOffer(number);
      if (offer != null && offer.framework().equals(framework.id())) {
        context.emit(new InverseOfferAnswered(number, call.accepted()));
      } else if (offer != null) {
        problem = "offers: inverse offer " + number + " is another framework's";
      }
    }
    return problem == null ? null : Sessions.refuse(call, problem, context);
  }
}
