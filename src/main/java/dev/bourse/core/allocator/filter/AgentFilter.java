package dev.bourse.core.allocator.filter;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import org.jspecify.annotations.Nullable;

/** One reason why an agent may not be offered to anybody. */
@FunctionalInterface
public interface AgentFilter {

  /** Why not, or null when there is nothing against it. */
  @Nullable Veto veto(AgentRow agent, ClusterState state);
}
