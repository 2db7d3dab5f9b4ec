package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.command.DeactivateAgent;
import org.jspecify.annotations.Nullable;

/** Offers nothing more of an agent. */
final class DeactivateAgentHandler implements CommandHandler<DeactivateAgent> {

  @Override
  public @Nullable Rejection handle(DeactivateAgent command, Context context) {
    AgentRow agent = context.state().agent(command.agent());
    String absent = Present.problem(command.agent(), agent);
    if (agent == null || absent != null) {
      return new Rejection(String.valueOf(absent));
    }
    OfferEnds.rescindOn(agent.id(), "the agent is deactivated", context);
    context.emit(new UpkeepChanged(agent.id(), agent.care().withDeactivated(true)));
    return null;
  }
}
