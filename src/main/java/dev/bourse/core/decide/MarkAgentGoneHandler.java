package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Takes the operator at his word that an agent will never come back. */
final class MarkAgentGoneHandler implements CommandHandler<MarkAgentGone> {

  private final Attempts attempts;

  MarkAgentGoneHandler(Attempts attempts) {
    this.attempts = attempts;
  }

  @Override
  public @Nullable Rejection handle(MarkAgentGone command, Context context) {
    AgentRow agent = context.state().agent(command.agent());
    if (agent == null) {
      return new Rejection("agent: there is no agent '" + command.agent() + "'");
    }
    context.emit(new UpkeepChanged(agent.id(), agent.care().gone()));
    for (TaskRow task : new ArrayList<>(context.state().tasksOf(agent.id()))) {
      attempts.lose(
          task,
          TaskState.GONE_BY_OPERATOR,
          Reason.AGENT_REMOVED_BY_OPERATOR,
          "an operator says that the agent is gone",
          context);
    }
    Goodbyes.remove(agent.id(), "an operator has said that it is gone", context);
    return null;
  }
}
