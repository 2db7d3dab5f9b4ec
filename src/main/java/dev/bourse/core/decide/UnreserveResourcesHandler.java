package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.ReservationChanged;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.frameworks.ReservationCheck;
import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.command.UnreserveResources;
import org.jspecify.annotations.Nullable;

/** Takes the last reservation off what nobody uses of an agent; it is taken back if offered. */
final class UnreserveResourcesHandler implements CommandHandler<UnreserveResources> {

  @Override
  public @Nullable Rejection handle(UnreserveResources command, Context context) {
    AgentRow agent = context.state().agent(command.agent());
    String absent = Present.problem(command.agent(), agent);
    if (agent == null || absent != null) {
      return new Rejection(String.valueOf(absent));
    }
    String problem =
        OfferEnds.makeWay(
            agent.id(),
            free -> ReservationCheck.unreserve(command.resources(), free),
            "an operator has taken its reservation off",
            context);
    if (problem != null) {
      return new Rejection(problem);
    }
    context.emit(
        new ReservationChanged(
            agent.id(), command.resources(), command.resources().popReservation()));
    return null;
  }
}
