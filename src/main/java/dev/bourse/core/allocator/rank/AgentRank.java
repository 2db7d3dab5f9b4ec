package dev.bourse.core.allocator.rank;

import dev.bourse.core.state.AgentRow;
import java.util.Iterator;
import java.util.List;

/** The order in which agents are offered. */
@FunctionalInterface
public interface AgentRank {

  /**
   * Puts agents in order: of any two of them the same, whoever else there is. Often only the first
   * few are asked for, so the order is worked out as far as it is.
   *
   * @param agents those that passed every filter, by id
   * @param seed the same in every replay
   */
  Iterator<AgentRow> order(List<AgentRow> agents, long seed);
}
