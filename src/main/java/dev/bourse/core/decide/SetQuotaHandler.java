package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.RoleChanged;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.frameworks.Quotas;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.OfferRow;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.resources.Quantities;
import java.util.ArrayList;
import java.util.List;
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
    boolean guarantees = guaranteesMore(command.quotas(), context.state());
    for (RoleQuota quota : command.quotas()) {
      RoleSettings settings = context.state().role(quota.role());
      context.emit(
          new RoleChanged(quota.role(), settings.withQuota(quota.limit(), quota.guarantee())));
    }
    takeBack(command.quotas(), guarantees, context);
    return null;
  }

  /** Whether a role is guaranteed something that it was not guaranteed before. */
  private static boolean guaranteesMore(List<RoleQuota> quotas, ClusterState state) {
    for (RoleQuota quota : quotas) {
      Quantities before = state.role(quota.role()).guarantee();
      if (quota.guarantee() != null && !(before != null && before.contains(quota.guarantee()))) {
        return true;
      }
    }
    return false;
  }

  private static void takeBack(List<RoleQuota> quotas, boolean all, Context context) {
    if (all) {
      // Who is offered what is decided anew, so that guarantees are met first.
      List<OfferRow> offers = new ArrayList<>(context.state().offers());
      OfferEnds.rescind(offers, "the quota of roles has changed", context);
    } else {
      quotas.forEach(quota -> Quotas.enforce(quota.role(), context));
    }
  }
}
