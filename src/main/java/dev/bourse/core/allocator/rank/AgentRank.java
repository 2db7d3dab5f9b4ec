package dev.bourse.core.allocator.rank;

import dev.bourse.core.state.AgentRow;
import java.util.List;

/** The order in which agents are offered. */
@FunctionalInterface
public interface AgentRank {

  /**
   * Puts agents in order: of any two of them the same, whoever else there is.
   *
   * @param agents those that passed every filter, by id
   * @param seed the same in every replay
   */
  List<AgentRow> order(List<AgentRow> agents, long seed);
}
