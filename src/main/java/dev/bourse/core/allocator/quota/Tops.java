package dev.bourse.core.allocator.quota;

import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Roles;
import java.util.SortedMap;

/** Adds up what is said of roles, where what is said of a role has that of those below it in it. */
public final class Tops {

  private Tops() {}

  /**
   * The sum over the roles below one, without those that are below another one of them.
   *
   * @param above the role; empty for all
   */
  public static Quantities sum(SortedMap<String, Quantities> amounts, String above) {
    Quantities sum = Quantities.EMPTY;
    for (var entry : amounts.entrySet()) {
      if (isTop(entry.getKey(), above, amounts)) {
        sum = sum.plus(entry.getValue());
      }
    }
    return sum;
  }

  private static boolean isTop(String role, String above, SortedMap<String, Quantities> amounts) {
    if (!above.isEmpty() && !Roles.isBelow(role, above)) {
      return false;
    }
    String parent = Roles.parent(role);
    while (parent != null && !parent.equals(above)) {
      if (amounts.containsKey(parent)) {
        return false;
      }
      parent = Roles.parent(parent);
    }
    return true;
  }
}
