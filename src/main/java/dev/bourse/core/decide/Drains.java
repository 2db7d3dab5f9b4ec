package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.view.Upkeep;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Empties agents. */
final class Drains {

  private Drains() {}

  /** An agent is empty when nothing runs there, and every framework knows how its tasks ended. */
  static void check(AgentId id, Context context) {
    AgentRow agent = context.state().agent(id);
    if (agent == null
        || agent.care().drain() != Upkeep.Drain.DRAINING
        || !context.state().tasksOf(id).isEmpty()
        || context.state().hasUpdatesOn(id)) {
      return;
    }
    context.emit(new UpkeepChanged(id, agent.care().drained()));
    if (agent.care().markGone()) {
      Goodbyes.remove(id, "it has been emptied", context);
    }
  }

  /** A framework for whose acknowledgements agents have waited may be over. */
  static void checkAll(Context context) {
    for (AgentRow agent : new ArrayList<>(context.state().agents())) {
      check(agent.id(), context);
    }
  }

  /** Tells everything on an agent to end. */
  static void kill(AgentRow agent, @Nullable Long maxGraceMillis, Context context) {
    for (TaskRow task : new ArrayList<>(context.state().tasksOf(agent.id()))) {
      if (task.killReason() == null || maxGraceMillis != null) {
        context.emit(
            new TaskKillRequested(
                task.id(), Reason.AGENT_DRAINING, null, grace(task, maxGraceMillis, context)));
      }
    }
  }

  private static @Nullable Long grace(
      TaskRow task, @Nullable Long maxGraceMillis, Context context) {
    return maxGraceMillis == null
        ? null
        : Long.valueOf(Math.min(maxGraceMillis, Graces.of(task, context.state())));
  }
}
