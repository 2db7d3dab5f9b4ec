package dev.bourse.simulator.load;

import dev.bourse.simulator.world.Chance;
import java.util.List;

/** The roles of simulated clusters: some are above others, and used themselves as well. */
public final class RoleNames {

  private static final List<String> NAMES =
      List.of("role-0", "role-1", "role-0/a", "role-2/b", "role-0/a/x", "role-0/c", "role-2");

  private RoleNames() {}

  /** How many there are. */
  public static int count() {
    return NAMES.size();
  }

  /** The one with this number, from 0 on. */
  public static String of(int index) {
    return NAMES.get(index);
  }

  /** One of the first so many. */
  public static String any(Chance chance, int count) {
    return NAMES.get(chance.below(count));
  }
}
