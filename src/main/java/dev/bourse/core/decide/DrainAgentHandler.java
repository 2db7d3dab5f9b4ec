package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.command.DrainAgent;
import org.jspecify.annotations.Nullable;

/** Begins to empty an agent. */
final class DrainAgentHandler implements CommandHandler<DrainAgent> {

  @Override
  public @Nullable Rejection handle(DrainAgent command, Context context) {
    AgentRow agent = context.state().agent(command.agent());
    String absent = Present.problem(command.agent(), agent);
    if (agent == null || absent != null) {
      return new Rejection(String.valueOf(absent));
    }
    long deadline = command.deadlineMillis() == null ? 0 : context.now() + command.deadlineMillis();
    OfferEnds.rescindOn(agent.id(), "the agent is being emptied", context);
    context.emit(
        new UpkeepChanged(
            agent.id(),
            agent
                .care()
                .draining(
                    deadline, command.maxGraceMillis(), Boolean.TRUE.equals(command.markGone()))));
    Drains.kill(agent, command.maxGraceMillis(), context);
    Drains.check(agent.id(), context);
    return null;
  }
}
