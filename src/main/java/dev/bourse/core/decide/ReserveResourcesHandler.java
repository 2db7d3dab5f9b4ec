package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.ReservationChanged;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.frameworks.Quotas;
import dev.bourse.core.frameworks.ReservationCheck;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reserves what nobody uses of an agent, or moves a reservation. Offers of it are taken back. */
final class ReserveResourcesHandler implements CommandHandler<ReserveResources> {

  @Override
  public @Nullable Rejection handle(ReserveResources command, Context context) {
    AgentRow agent = context.state().agent(command.agent());
    String absent = Present.problem(command.agent(), agent);
    if (agent == null || absent != null) {
      return new Rejection(String.valueOf(absent));
    }
    Resources wanted = command.resources();
    String problem =
        OfferEnds.makeWay(
            agent.id(),
            free -> problem(command, free, context.state()),
            "an operator has reserved it",
            context);
    if (problem != null) {
      return new Rejection(problem);
    }
    context.emit(new ReservationChanged(agent.id(), source(command), wanted));
    // It counts at once: there may be too much in offers of other agents now.
    roles(wanted).forEach(role -> Quotas.enforce(role, context));
    return null;
  }

  private static Resources source(ReserveResources command) {
    return command.source() == null ? command.resources().popReservation() : command.source();
  }

  private static @Nullable String problem(
      ReserveResources command, Resources free, ClusterState state) {
    Resources wanted = command.resources();
    String problem = ReservationCheck.reserve(wanted, command.source(), free);
    return problem != null ? problem : quota(wanted, source(command), state);
  }

  /** What is reserved for a role counts against its quota, be it used or not; offers do not. */
  private static @Nullable String quota(Resources wanted, Resources source, ClusterState state) {
    for (String role : roles(wanted)) {
      Quantities limit = state.role(role).limit();
      if (limit != null) {
        Quantities left = limit.minus(Quotas.heldBy(role, state));
        if (!within(role, wanted).minus(within(role, source)).isWithin(left)) {
          return "resources: are '"
              + wanted
              + "', but the quota of role '"
              + role
              + "' leaves '"
              + left
              + "'";
        }
      }
    }
    return null;
  }

  /** What is reserved for a role and those below it. */
  private static Quantities within(String role, Resources resources) {
    Quantities sum = Quantities.EMPTY;
    for (Resource entry : resources.entries()) {
      String owner = entry.reservedFor();
      if (owner != null && (owner.equals(role) || Roles.isBelow(owner, role))) {
        sum = sum.plus(Resources.of(entry).quantities());
      }
    }
    return sum;
  }

  /** Those that it is reserved for, and those above them. */
  private static SortedSet<String> roles(Resources wanted) {
    TreeSet<String> roles = new TreeSet<>();
    for (Resource entry : wanted.entries()) {
      for (String at = entry.reservedFor(); at != null; at = Roles.parent(at)) {
        roles.add(at);
      }
    }
    return roles;
  }
}
