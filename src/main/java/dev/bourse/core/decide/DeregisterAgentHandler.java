package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.task.Reason;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Lets an agent go that runs nothing any more. What we still believe to run there is lost. */
final class DeregisterAgentHandler implements CommandHandler<DeregisterAgent> {

  private final Attempts attempts;

  DeregisterAgentHandler(Attempts attempts) {
    this.attempts = attempts;
  }

  @Override
  public @Nullable Rejection handle(DeregisterAgent command, Context context) {
    AgentRow agent = context.state().agent(command.agent());
    String absent = Present.problem(command.agent(), agent);
    if (agent == null || absent != null) {
      return new Rejection(String.valueOf(absent));
    }
    if (!agent.incarnation().equals(command.incarnation())) {
      return new Rejection(
          "incarnation: is '"
              + command.incarnation()
              + "', but agent '"
              + command.agent()
              + "' is now '"
              + agent.incarnation()
              + "'");
    }
    // Goodbyes come at least once, and the second may overtake the agent's return.
    if (command.run() < agent.run()) {
      return new Rejection(
          "run: is "
              + command.run()
              + ", but agent '"
              + command.agent()
              + "' is back in its run "
              + agent.run());
    }
    OfferEnds.rescindOn(agent.id(), "the agent was stopped", context);
    OfferEnds.withdrawInverse(agent.id(), null, context);
    for (TaskRow task : new ArrayList<>(context.state().tasksOf(agent.id()))) {
      attempts.lose(task, Reason.AGENT_REMOVED, "the agent was stopped", context);
    }
    Goodbyes.leave(agent.id(), context);
    return null;
  }
}
