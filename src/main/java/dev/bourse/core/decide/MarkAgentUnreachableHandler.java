package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskSource;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Stops counting on an agent that is silent. Nothing is killed and nothing is started elsewhere
 * yet: a partition cannot be told from a crash, and the tasks may well run.
 */
final class MarkAgentUnreachableHandler implements CommandHandler<MarkAgentUnreachable> {

  private final Attempts attempts;

  MarkAgentUnreachableHandler(Attempts attempts) {
    this.attempts = attempts;
  }

  @Override
  public @Nullable Rejection handle(MarkAgentUnreachable command, Context context) {
    AgentRow agent = context.state().agent(command.agent());
    if (agent == null) {
      return new Rejection("agent: there is no agent '" + command.agent() + "'");
    }
    if (agent.registration() != command.registration() || agent.state() != AgentState.REGISTERED) {
      return new Rejection(
          "registration: is "
              + command.registration()
              + ", but agent '"
              + command.agent()
              + "' is "
              + agent.state()
              + " under registration "
              + agent.registration());
    }
    if (!Removals.draw(context)) {
      return new Rejection(
          "agent: '"
              + command.agent()
              + "' is silent, but no more than "
              + context.settings().offers().agentRemovalsPerMinute()
              + " agents may become unreachable each minute");
    }
    OfferEnds.rescindOn(agent.id(), "the agent has not been heard of", context);
    context.emit(
        new AgentBecameUnreachable(
            agent.id(),
            command.silentMillis(),
            context.now(),
            context.now() + context.settings().agentRemovalMillis()));
    for (TaskRow task : new ArrayList<>(context.state().tasksOf(agent.id()))) {
      attempts.change(
          new TaskStatusChanged(
              task.id(),
              TaskState.UNREACHABLE,
              task.status().sequence(),
              Reason.AGENT_UNREACHABLE,
              "the agent has not been heard of",
              task.status().startedAt(),
              task.status().timeoutAt()),
          TaskSource.MASTER,
          context);
    }
    return null;
  }
}
