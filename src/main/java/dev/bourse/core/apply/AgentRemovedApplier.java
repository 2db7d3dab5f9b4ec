package dev.bourse.core.apply;

import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.view.AgentState;

/** The agent is gone; its row stays for a while. */
final class AgentRemovedApplier implements EventApplier<AgentRemoved> {

  @Override
  public void apply(AgentRemoved event, MutableClusterState state) {
    AgentRow agent = Existing.agent(state, event.agent());
    AgentTimers.cancel(state, agent);
    state.put(agent.withState(AgentState.GONE, event.at(), event.forgetAt()));
    if (!agent.offered().reserved().isEmpty()) {
      // What was reserved there does not count against quota any more.
      state.put(state.cell().withAllocationPending(true));
    }
    if (event.forgetAt() > 0) {
      state.put(new TimerRow(event.forgetAt(), TimerRow.Kind.FORGET_AGENT, event.agent().value()));
    }
  }
}
