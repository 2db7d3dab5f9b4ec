package dev.bourse.core.check;

import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Roles;
import java.util.Collection;
import java.util.TreeMap;

/** Amounts by name of whoever has them. */
final class Sums {

  private final TreeMap<String, TreeMap<String, Long>> sums = new TreeMap<>();

  void add(String name, Quantities amounts) {
    TreeMap<String, Long> sum = sums.computeIfAbsent(name, key -> new TreeMap<>());
    amounts.amounts().forEach((resource, amount) -> sum.merge(resource, amount, Long::sum));
  }

  /** What was added to a role counts for all above it, too. */
  Sums trees() {
    Sums trees = new Sums();
    for (String role : sums.keySet()) {
      Quantities amounts = of(role);
      for (String at = role; at != null; at = Roles.parent(at)) {
        trees.add(at, amounts);
      }
    }
    return trees;
  }

  Collection<String> names() {
    return sums.keySet();
  }

  Quantities of(String name) {
    TreeMap<String, Long> sum = sums.get(name);
    return sum == null ? Quantities.EMPTY : new Quantities(sum);
  }
}
