package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Stops counting on an agent that is silent. Nothing is killed and nothing is started elsewhere
 * yet: a partition cannot be told from a crash, and the tasks may well run.
 */
final class MarkAgentUnreachableHandler implements CommandHandler<MarkAgentUnreachable> {

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
    context.emit(
        new AgentBecameUnreachable(
            agent.id(),
            command.silentMillis(),
            context.now(),
            context.now() + context.settings().agentRemovalMillis()));
    for (TaskRow task : new ArrayList<>(context.state().tasksOf(agent.id()))) {
      context.emit(
          new TaskStatusChanged(
              task.id(),
              TaskState.UNREACHABLE,
              task.status().sequence(),
              Reason.AGENT_UNREACHABLE,
              "the agent has not been heard of",
              task.status().startedAt(),
              task.status().timeoutAt()));
    }
    return null;
  }
}
