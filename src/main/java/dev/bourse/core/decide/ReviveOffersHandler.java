package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.OffersRevived;
import dev.bourse.core.frameworks.RoleChoice;
import dev.bourse.core.frameworks.Sessions;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.ReviveOffers;
import org.jspecify.annotations.Nullable;

/** Lets a framework have offers again, at once. */
final class ReviveOffersHandler implements CommandHandler<ReviveOffers> {

  @Override
  public @Nullable Rejection handle(ReviveOffers call, Context context) {
    Sessions.Admission admission = Sessions.admit(call, context);
    FrameworkRow framework = admission.framework();
    if (framework == null) {
      return admission.refusal();
    }
    String problem = RoleChoice.problem(call.roles(), framework);
    if (problem != null) {
      return Sessions.refuse(call, problem, context);
    }
    context.emit(
        new OffersRevived(framework.id(), RoleChoice.of(call.roles(), framework), context.now()));
    return null;
  }
}
