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
    Resources resources = command.resources();
    String problem =
        ReservationCheck.reserve(
            resources, command.source(), Reclaims.pool(agent.id(), context.state()));
    if (problem != null) {
      return new Rejection(problem);
    }
    Resources source = command.source() == null ? resources.popReservation() : command.source();
    Reclaims.free(agent.id(), source, context);
    problem =
        command.source() == null
            ? quota(resources, context.state())
            : quota(resources, source, context.state());
    if (problem != null) {
      return new Rejection(problem);
    }
    context.emit(new ReservationChanged(agent.id(), source, resources));
    return null;
  }

  /** What moves counts against the quota of a role above both already. */
  private static @Nullable String quota(Resources resources, Resources source, ClusterState state) {
    String role = Objects.requireNonNull(resources.entries().getFirst().reservedFor());
    for (Resource entry : resources.entries()) {
      if (!role.equals(entry.reservedFor())) {
        return "resources: are '" + resources + "', but what is moved must be for one role";
      }
    }
    return tooMuch(resources, role, source, state);
  }

  /** What is reserved for a role counts against its quota, be it used or not. */
  private static @Nullable String quota(Resources resources, ClusterState state) {
    for (Resource entry : resources.entries()) {
      String role = Objects.requireNonNull(entry.reservedFor());
      Resources resource = Resources.of(entry);
      String problem = tooMuch(resource, role, resource.popReservation(), state);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String tooMuch(
      Resources resources, String role, Resources source, ClusterState state) {
    Resources allowed = QuotaLimits.cap(role, source, state);
    return allowed.equals(source)
        ? null
        : "resources: are '"
            + resources
            + "', but the quota of role '"
            + role
            + "' leaves '"
            + allowed
            + "'";
  }
}
