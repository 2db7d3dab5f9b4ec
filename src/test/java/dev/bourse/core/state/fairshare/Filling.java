package dev.bourse.core.state.fairshare;

import dev.bourse.topics.resources.Quantities;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/**
 * Progressive filling: whoever is first gets one task, until nobody's fits. A user whose task does
 * not fit is out, since what is free only shrinks.
 */
final class Filling {

  final Totals totals = new Totals();
  final ShareTree tree = new ShareTree(totals);
  final List<String> picks = new ArrayList<>();

  private final TreeMap<String, Quantities> demands = new TreeMap<>();
  private final TreeMap<String, Integer> tasks = new TreeMap<>();
  private Quantities free;

  Filling(Quantities total) {
    totals.set(total);
    free = total;
  }

  static Filling of(String total) {
    return new Filling(Quantities.parse(total));
  }

  Filling user(String user, String demand) {
    return user(user, Quantities.parse(demand));
  }

  Filling user(String user, Quantities demand) {
    demands.put(user, demand);
    tasks.put(user, 0);
    tree.activate(user);
    return this;
  }

  Filling fill() {
    for (Iterator<String> order = tree.order(); order.hasNext(); order = tree.order()) {
      next(order.next());
    }
    return this;
  }

  private void next(String user) {
    Quantities demand = demands.getOrDefault(user, Quantities.EMPTY);
    if (free.contains(demand)) {
      free = free.minus(demand);
      tree.hold(user, demand);
      tasks.merge(user, 1, Integer::sum);
      picks.add(user);
    } else {
      tree.deactivate(user);
    }
  }

  int tasks(String user) {
    return tasks.getOrDefault(user, 0);
  }

  Quantities free() {
    return free;
  }
}
