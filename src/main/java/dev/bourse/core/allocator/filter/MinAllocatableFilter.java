package dev.bourse.core.allocator.filter;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an agent is offered only when it has what an operator says, by default {@code
 * cpus:0.01} or {@code memory:32} as in Mesos; or when a framework has said that it takes less.
 */
public final class MinAllocatableFilter implements AgentFilter {

  @Override
  public @Nullable Veto veto(AgentRow agent, ClusterState state) {
    Resources free = state.free(agent.id());
    if (state.minAllocatable().isMetBy(free) || (!free.isEmpty() && !state.modest().isEmpty())) {
      return null;
    }
    return new Veto("nothing worth an offer is free");
  }
}
