package dev.bourse.core.state.table;

import dev.bourse.topics.resources.Quantities;
import java.util.TreeMap;

/** Amounts that go up and down. */
final class Tally {

  private final TreeMap<String, Long> amounts = new TreeMap<>();

  void add(Quantities more) {
    more.amounts().forEach((name, amount) -> amounts.merge(name, amount, Long::sum));
  }

  void subtract(Quantities less) {
    less.amounts()
        .forEach(
            (name, amount) -> {
              long rest = amounts.getOrDefault(name, 0L) - amount;
              if (rest == 0) {
                amounts.remove(name);
              } else {
                amounts.put(name, rest);
              }
            });
  }

  boolean isEmpty() {
    return amounts.isEmpty();
  }

  Quantities quantities() {
    return amounts.isEmpty() ? Quantities.EMPTY : new Quantities(amounts);
  }

  void clear() {
    amounts.clear();
  }
}
