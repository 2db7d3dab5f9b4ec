package dev.bourse.core.apply;

import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.view.AgentState;

/** The agent gets no work, and is removed unless it returns in time. */
final class AgentBecameUnreachableApplier implements EventApplier<AgentBecameUnreachable> {

  @Override
  public void apply(AgentBecameUnreachable event, MutableClusterState state) {
    AgentRow agent = Existing.agent(state, event.agent());
    AgentTimers.cancel(state, agent);
    state.put(agent.withState(AgentState.UNREACHABLE, event.at(), event.removalAt()));
    state.put(new TimerRow(event.removalAt(), TimerRow.Kind.REMOVE_AGENT, event.agent().value()));
  }
}
