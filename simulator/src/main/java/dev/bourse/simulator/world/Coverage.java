package dev.bourse.simulator.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often each situation was met. */
public final class Coverage {

  private final Map<Situation, Long> counts = new EnumMap<>(Situation.class);

  /** It was met once more. */
  public void mark(Situation situation) {
    counts.merge(situation, 1L, Long::sum);
  }

  /** Takes in what another one has met. */
  public void add(Coverage other) {
    other.counts.forEach((situation, count) -> counts.merge(situation, count, Long::sum));
  }

  /** How often it was met. */
  public long of(Situation situation) {
    return counts.getOrDefault(situation, 0L);
  }

  /** What was never met. */
  public List<Situation> missing() {
    List<Situation> missing = new ArrayList<>();
    for (Situation situation : Situation.values()) {
      if (of(situation) == 0) {
        missing.add(situation);
      }
    }
    return missing;
  }
}
