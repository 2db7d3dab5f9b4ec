package dev.bourse.core.allocator.filter;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.view.Upkeep;
import org.jspecify.annotations.Nullable;

/** An agent that is deactivated, being emptied or out of service is offered to nobody. */
public final class UpkeepFilter implements AgentFilter {

  @Override
  public @Nullable Veto veto(AgentRow agent, ClusterState state) {
    Upkeep care = agent.care();
    if (care.isOffered()) {
      return null;
    }
    if (care.down()) {
      return new Veto("agent is out of service");
    }
    return new Veto(care.drain() == null ? "agent is deactivated" : "agent is " + care.drain());
  }
}
