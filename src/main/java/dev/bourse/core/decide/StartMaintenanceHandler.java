package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes agents out of service: what runs there is over. */
final class StartMaintenanceHandler implements CommandHandler<StartMaintenance> {

  private final Attempts attempts;

  StartMaintenanceHandler(Attempts attempts) {
    this.attempts = attempts;
  }

  @Override
  public @Nullable Rejection handle(StartMaintenance command, Context context) {
    for (AgentId id : command.agents()) {
      AgentRow agent = context.state().agent(id);
      if (agent == null || agent.care().unavailability() == null) {
        return new Rejection("agents: '" + id + "' is not scheduled for maintenance");
      }
    }
    for (AgentId id : command.agents()) {
      AgentRow agent = Objects.requireNonNull(context.state().agent(id));
      context.emit(new UpkeepChanged(id, agent.care().asDown()));
      for (TaskRow task : new ArrayList<>(context.state().tasksOf(id))) {
        attempts.lose(
            task,
            TaskState.GONE,
            Reason.AGENT_REMOVED,
            "the agent was taken out of service",
            context);
      }
      Goodbyes.remove(id, "it is out of service", context);
    }
    return null;
  }
}
