package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.ReservationChanged;
import dev.bourse.core.frameworks.ReservationCheck;
import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.command.UnreserveResources;
import dev.bourse.topics.view.AgentState;
import org.jspecify.annotations.Nullable;

/** Takes the last reservation off what is free on an agent. */
final class UnreserveResourcesHandler implements CommandHandler<UnreserveResources> {

  @Override
  public @Nullable Rejection handle(UnreserveResources command, Context context) {
    AgentRow agent = context.state().agent(command.agent());
    if (agent == null || agent.state() == AgentState.GONE) {
      return new Rejection("agent: there is no agent '" + command.agent() + "'");
    }
    String problem =
        ReservationCheck.unreserve(command.resources(), Reclaims.pool(agent.id(), context.state()));
    if (problem != null) {
      return new Rejection(problem);
    }
    Reclaims.free(agent.id(), command.resources(), context);
    context.emit(
        new ReservationChanged(
            agent.id(), command.resources(), command.resources().popReservation()));
    return null;
  }
}
