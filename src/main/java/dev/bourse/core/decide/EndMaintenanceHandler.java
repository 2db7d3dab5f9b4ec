package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.view.AgentState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets agents back into service. */
final class EndMaintenanceHandler implements CommandHandler<EndMaintenance> {

  @Override
  public @Nullable Rejection handle(EndMaintenance command, Context context) {
    for (AgentId id : command.agents()) {
      AgentRow agent = context.state().agent(id);
      if (agent == null || (agent.care().unavailability() == null && !agent.care().down())) {
        return new Rejection("agents: '" + id + "' is not scheduled for maintenance");
      }
    }
    for (AgentId id : command.agents()) {
      AgentRow agent = Objects.requireNonNull(context.state().agent(id));
      OfferEnds.rescindOn(id, "the maintenance of the agent is over", context);
      OfferEnds.withdrawInverse(id, null, context);
      context.emit(new UpkeepChanged(id, agent.care().backInService()));
      if (agent.state() == AgentState.GONE && !agent.care().markGone()) {
        // Its row need not stay for ever any more; that of one that is gone for good must.
        context.emit(
            new AgentRemoved(
                id, context.now(), context.now() + context.settings().agentMemoryMillis()));
      }
    }
    return null;
  }
}
