package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.InverseOfferMade;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import java.util.Objects;
import java.util.TreeSet;
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
    if (window == null) {
      return;
    }
    TreeSet<FrameworkId> users = new TreeSet<>();
    for (TaskRow task : context.state().tasksOf(agent.id())) {
      FrameworkId framework = task.framework();
      FrameworkRow row = framework == null ? null : context.state().framework(framework);
      if (framework != null && row != null && row.isConnected()) {
        users.add(framework);
      }
    }
    for (FrameworkId user : users) {
      context.emit(
          new InverseOfferMade(context.state().cell().offers() + 1, user, agent.id(), window));
    }
  }
}
