package dev.bourse.core.allocator.filter;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.view.AgentState;
import org.jspecify.annotations.Nullable;

/** Only an agent that is there can start anything. */
public final class RegisteredFilter implements AgentFilter {

  @Override
  public @Nullable Veto veto(AgentRow agent, ClusterState state) {
    return agent.state() == AgentState.REGISTERED ? null : new Veto("agent is " + agent.state());
  }
}
