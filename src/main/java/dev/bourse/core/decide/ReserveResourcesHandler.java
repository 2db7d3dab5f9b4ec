package dev.bourse.core.decide;

import dev.bourse.core.allocator.quota.QuotaLimits;
import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.ReservationChanged;
import dev.bourse.core.frameworks.ReservationCheck;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reserves what is free on an agent. */
final class ReserveResourcesHandler implements CommandHandler<ReserveResources> {

  @Override
  public @Nullable Rejection handle(ReserveResources command, Context context) {
    AgentRow agent = context.state().agent(command.agent());
    if (agent == null || agent.state() == AgentState.GONE) {
      return new Rejection("agent: there is no agent '" + command.agent() + "'");
    }
    String problem =
        ReservationCheck.reserve(command.resources(), context.state().free(agent.id()));
    problem = problem != null ? problem : quota(command.resources(), context.state());
    if (problem != null) {
      return new Rejection(problem);
    }
    context.emit(
        new ReservationChanged(
            agent.id(), command.resources().popReservation(), command.resources()));
    return null;
  }

  /** What is reserved for a role counts against its quota, be it used or not. */
  private static @Nullable String quota(Resources resources, ClusterState state) {
    for (Resource entry : resources.entries()) {
      String role = Objects.requireNonNull(entry.reservedFor());
      Resources bare = Resources.of(entry).popReservation();
      Resources allowed = QuotaLimits.cap(role, bare, state);
      if (!allowed.equals(bare)) {
        return "resources: are '"
            + entry
            + "', but the quota of role '"
            + role
            + "' leaves '"
            + allowed
            + "'";
      }
    }
    return null;
  }
}
