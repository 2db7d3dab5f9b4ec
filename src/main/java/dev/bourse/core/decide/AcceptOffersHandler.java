package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.frameworks.Acceptance;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.AcceptOffers;
import org.jspecify.annotations.Nullable;

/** Launches tasks on offers, and reserves of them. */
final class AcceptOffersHandler implements CommandHandler<AcceptOffers> {

  @Override
  public @Nullable Rejection handle(AcceptOffers call, Context context) {
    Sessions.Admission admission = Sessions.admit(call, context);
    FrameworkRow framework = admission.framework();
    if (framework == null) {
      return admission.refusal();
    }
    return new Acceptance(call, framework, context).run();
  }
}
