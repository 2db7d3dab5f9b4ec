package dev.bourse.core.allocator.rank;

import dev.bourse.core.state.AgentRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Any order is as good as another, as long as a replay finds the same one. Two agents stand to each
 * other as the seed and their ids say, whoever else is there: so that leaving out agents that
 * cannot matter changes nothing.
 */
public final class SeededOrder implements AgentRank {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private record Place(long number, AgentRow agent) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      int byNumber = Long.compare(number, other.number);
      return byNumber != 0 ? byNumber : agent.id().compareTo(other.agent.id());
    }
  }

  @Override
  public Iterator<AgentRow> order(List<AgentRow> agents, long seed) {
    if (agents.size() < 2) {
      return agents.iterator();
    }
    List<Place> places = new ArrayList<>(agents.size());
    for (AgentRow agent : agents) {
      places.add(new Place(number(agent.id().value(), seed), agent));
    }
    return new Ordered(new PriorityQueue<>(places));
  }

  /** Made in linear time, and in logarithmic time for each that is asked for. */
  private record Ordered(PriorityQueue<Place> places) implements Iterator<AgentRow> {

    @Override
    public boolean hasNext() {
      return !places.isEmpty();
    }

    @Override
    public AgentRow next() {
      return places.remove().agent();
    }
  }

  /**
   * Of the hash of the id, which the language defines and the text remembers, and the seed; mixed
   * so that every bit counts.
   */
  private static long number(String id, long seed) {
    long hash = seed ^ (id.hashCode() * GOLDEN);
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
