package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.view.Upkeep;
import org.jspecify.annotations.Nullable;

/** Offers an agent again. */
final class ReactivateAgentHandler implements CommandHandler<ReactivateAgent> {

  @Override
  public @Nullable Rejection handle(ReactivateAgent command, Context context) {
    AgentRow agent = context.state().agent(command.agent());
    String absent = Present.problem(command.agent(), agent);
    if (agent == null || absent != null) {
      return new Rejection(String.valueOf(absent));
    }
    if (agent.care().drain() == Upkeep.Drain.DRAINING) {
      return new Rejection(
          "agent: '" + command.agent() + "' is being emptied, which cannot be called off");
    }
    context.emit(new UpkeepChanged(agent.id(), agent.care().reactivated()));
    return null;
  }
}
