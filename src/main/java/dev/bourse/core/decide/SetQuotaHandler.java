package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.event.RoleChanged;
import dev.bourse.core.frameworks.Quotas;
import dev.bourse.core.state.OfferRow;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.SetQuota;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Sets limits and guarantees of roles. A limit never kills; offers that are above it are taken
 * back.
 */
final class SetQuotaHandler implements CommandHandler<SetQuota> {

  @Override
  public @Nullable Rejection handle(SetQuota command, Context context) {
    String problem =
        Boolean.TRUE.equals(command.force())
            ? null
            : Quotas.problem(command.quotas(), context.state());
    if (problem != null) {
      return new Rejection(problem);
    }
    for (RoleQuota quota : command.quotas()) {
      RoleSettings settings = context.state().role(quota.role());
      context.emit(
          new RoleChanged(quota.role(), settings.withQuota(quota.limit(), quota.guarantee())));
    }
    // Who is offered what is decided anew: so that limits hold, and guarantees are met first.
    for (OfferRow offer : new ArrayList<>(context.state().offers())) {
      context.emit(new OfferRescinded(offer.number(), "the quota of roles has changed"));
    }
    return null;
  }
}
