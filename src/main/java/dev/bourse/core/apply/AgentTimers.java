package dev.bourse.core.apply;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.view.AgentState;

/** The timer of an agent that is not there: first for its removal, then for its row. */
final class AgentTimers {

  private AgentTimers() {}

  static void cancel(MutableClusterState state, AgentRow agent) {
    if (agent.timerAt() > 0) {
      TimerRow.Kind kind =
          agent.state() == AgentState.GONE
              ? TimerRow.Kind.FORGET_AGENT
              : TimerRow.Kind.REMOVE_AGENT;
      state.remove(new TimerRow(agent.timerAt(), kind, agent.id().value()).key());
    }
  }
}
