package dev.bourse.core.allocator.rank;

import dev.bourse.core.state.AgentRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Any order is as good as another, as long as a replay finds the same one. */
public final class SeededShuffle implements AgentRank {

  @Override
  public List<AgentRow> order(List<AgentRow> agents, long seed) {
    List<AgentRow> shuffled = new ArrayList<>(agents);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
