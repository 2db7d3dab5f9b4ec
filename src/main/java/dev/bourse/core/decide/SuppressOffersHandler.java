package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.OffersSuppressed;
import dev.bourse.core.frameworks.RoleChoice;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.SuppressOffers;
import org.jspecify.annotations.Nullable;

/** Lets a framework have no offers for now. */
final class SuppressOffersHandler implements CommandHandler<SuppressOffers> {

  @Override
  public @Nullable Rejection handle(SuppressOffers call, Context context) {
    Sessions.Admission admission = Sessions.admit(call, context);
    FrameworkRow framework = admission.framework();
    if (framework == null) {
      return admission.refusal();
    }
    String problem = RoleChoice.problem(call.roles(), framework);
    if (problem != null) {
      return Sessions.refuse(call, problem, context);
    }
    context.emit(new OffersSuppressed(framework.id(), RoleChoice.of(call.roles(), framework)));
    return null;
  }
}
