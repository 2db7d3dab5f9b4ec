package dev.bourse.core.state.fairshare;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The children of a node that have an active client, ranked as late as possible: one that changes
 * many times between two questions is put in its place once.
 */
final class Siblings {

  private final TreeMap<String, Node> live = new TreeMap<>();
  private final TreeSet<Node> ranking = new TreeSet<>(Node::compare);

  /** Those of the live ones that are not in the ranking. */
  private final TreeMap<String, Node> lifted = new TreeMap<>();

  /** The version of the totals that the shares in the ranking are of. */
  private long version;

  void enter(Node node) {
    live.put(node.name, node);
    node.ranked = false;
    lifted.put(node.name, node);
  }

  void leave(Node node) {
    live.remove(node.name);
    if (node.ranked) {
      ranking.remove(node);
      node.ranked = false;
    } else {
      lifted.remove(node.name);
    }
  }

  /** Takes a node out of the ranking if it is there. */
  void lift(Node node) {
    if (node.ranked) {
      ranking.remove(node);
      node.ranked = false;
      lifted.put(node.name, node);
    }
  }

  /** Smallest share first. */
  Iterator<Node> ranked(Totals totals) {
    if (live.size() < 2) {
      // Most clients are no parents, and the leaf of such a one is alone.
      return live.values().iterator();
    }
    if (version != totals.version()) {
      version = totals.version();
      ranking.forEach(node -> node.ranked = false);
      ranking.clear();
      lifted.putAll(live);
    }
    if (!lifted.isEmpty()) {
      settle(totals);
    }
    return ranking.iterator();
  }

  private void settle(Totals totals) {
    for (Node node : lifted.values()) {
      node.rank(totals);
      ranking.add(node);
      node.ranked = true;
    }
    lifted.clear();
  }

  /** In the order of names, whatever they hold. */
  List<Node> live() {
    return new ArrayList<>(live.values());
  }
}
