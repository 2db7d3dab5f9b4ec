package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.frameworks.InverseOffers;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says when agents are to be taken out of service, and asks frameworks to leave them. */
final class ScheduleMaintenanceHandler implements CommandHandler<ScheduleMaintenance> {

  @Override
  public @Nullable Rejection handle(ScheduleMaintenance command, Context context) {
    for (AgentId id : command.agents()) {
      if (context.state().agent(id) == null) {
        return new Rejection("agents: there is no agent '" + id + "'");
      }
    }
    for (AgentId id : command.agents()) {
      schedule(Objects.requireNonNull(context.state().agent(id)), command.window(), context);
    }
    return null;
  }

  private static void schedule(AgentRow agent, @Nullable Window window, Context context) {
    OfferEnds.rescindOn(agent.id(), "the maintenance of the agent has changed", context);
    OfferEnds.withdrawInverse(agent.id(), null, context);
    context.emit(new UpkeepChanged(agent.id(), agent.care().withUnavailability(window)));
    if (window != null) {
      InverseOffers.ask(agent, window, context);
    }
  }
}
