package dev.bourse.core.allocator.rank;

import dev.bourse.core.state.AgentRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Any order is as good as another, as long as a replay finds the same one. Two agents stand to each
 * other as the seed and their ids say, whoever else is there: so that leaving out agents that
 * cannot matter changes nothing.
 */
public final class SeededOrder implements AgentRank {

  private static final long FNV_PRIME = 0x100000001b3L;

  private record Place(long number, AgentRow agent) {}

  @Override
  public List<AgentRow> order(List<AgentRow> agents, long seed) {
    if (agents.size() < 2) {
      return agents;
    }
    List<Place> places = new ArrayList<>(agents.size());
    for (AgentRow agent : agents) {
      places.add(new Place(number(agent.id().value(), seed), agent));
    }
    places.sort(Comparator.comparingLong(Place::number).thenComparing(place -> place.agent().id()));
    List<AgentRow> ordered = new ArrayList<>(places.size());
    places.forEach(place -> ordered.add(place.agent()));
    return ordered;
  }

  /** FNV-1a over the id, begun with the seed, and mixed so that every bit counts. */
  private static long number(String id, long seed) {
    long hash = seed;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
