package dev.bourse.core.check;

import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import java.util.Collection;
import java.util.TreeMap;

/** Amounts by name of whoever has them. */
final class Sums {

  private final TreeMap<String, TreeMap<String, Long>> sums = new TreeMap<>();

  void add(String name, Resources resources) {
    TreeMap<String, Long> sum = sums.computeIfAbsent(name, key -> new TreeMap<>());
    resources
        .quantities()
        .amounts()
        .forEach((resource, amount) -> sum.merge(resource, amount, Long::sum));
  }

  /** Adds to a role and all above it. */
  void addTree(String role, Resources resources) {
    for (String at = role; at != null; at = Roles.parent(at)) {
      add(at, resources);
    }
  }

  Collection<String> names() {
    return sums.keySet();
  }

  Quantities of(String name) {
    TreeMap<String, Long> sum = sums.get(name);
    return sum == null ? Quantities.EMPTY : new Quantities(sum);
  }
}
