package dev.bourse.core.decide;

import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.view.AgentState;
import org.jspecify.annotations.Nullable;

/** Whether an agent that a command is about is there. */
final class Present {

  private Present() {}

  /** Why it is not, or null. */
  static @Nullable String problem(AgentId id, @Nullable AgentRow agent) {
    if (agent == null) {
      return "agent: there is no agent '" + id + "'";
    }
    if (agent.state() != AgentState.GONE) {
      return null;
    }
    return agent.care().down()
        ? "agent: '" + id + "' is out of service; end its maintenance first"
        : "agent: '" + id + "' is gone";
  }
}
