package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.ReservationChanged;
import dev.bourse.core.frameworks.ReservationCheck;
import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.view.AgentState;
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
    if (problem != null) {
      return new Rejection(problem);
    }
    context.emit(
        new ReservationChanged(
            agent.id(), command.resources().popReservation(), command.resources()));
    return null;
  }
}
