package dev.bourse.core.allocator.filter;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an agent is offered only when it has {@code cpus:0.01} or {@code memory:32}, the
 * default minimum of Mesos.
 */
public final class MinAllocatableFilter implements AgentFilter {

  private static final long MIN_CPUS = 10;
  private static final long MIN_MEMORY = 32_000;

  @Override
  public @Nullable Veto veto(AgentRow agent, ClusterState state) {
    Resources free = state.free(agent.id());
    return free.scalar("cpus") >= MIN_CPUS || free.scalar("memory") >= MIN_MEMORY
        ? null
        : new Veto("nothing worth an offer is free");
  }
}
