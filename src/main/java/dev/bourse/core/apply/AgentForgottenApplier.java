package dev.bourse.core.apply;

import dev.bourse.core.event.AgentForgotten;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The row goes. */
final class AgentForgottenApplier implements EventApplier<AgentForgotten> {

  @Override
  public void apply(AgentForgotten event, MutableClusterState state) {
    AgentRow agent = Existing.agent(state, event.agent());
    AgentTimers.cancel(state, agent);
    state.remove(agent.key());
  }
}
