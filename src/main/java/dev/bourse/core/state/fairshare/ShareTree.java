package dev.bourse.core.state.fairshare;

import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.resources.Quantities;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who goes first, by hierarchical weighted dominant resource fairness, as an index that follows
 * every change instead of sorting anew.
 *
 * <p>Clients are paths such as {@code eng/backend}. Siblings are ordered by dominant share divided
 * by weight, the smallest first; then by fewer grants; then by name. The dominant share of a node
 * is the largest part that its subtree holds of any one name of the {@link Totals} that counts. A
 * client that is a parent as well competes with its children as if it were one of them, of the
 * default weight; its own weight counts against its siblings.
 */
public final class ShareTree {

  private static final char SEPARATOR = '/';

  private final Totals totals;
  private final TreeMap<String, Node> nodes = new TreeMap<>();

  /** The leaves below the nodes that are clients, by the path of the client. */
  private final TreeMap<String, Node> leaves = new TreeMap<>();

  /** Those that are not the default, also of paths that have no node. */
  private final TreeMap<String, Integer> weights = new TreeMap<>();

  private Node root = newRoot();

  /** A tree without clients. */
  public ShareTree(Totals totals) {
    this.totals = totals;
  }

  /**
   * Sets the weight of a path, whether or not there is a client at or below it, until it is set
   * again.
   *
   * @param thousandths at least 1; 1,000 by default
   */
  public void weight(String path, int thousandths) {
    if (thousandths < 1) {
      throw new IllegalArgumentException(
          "weight of " + path + ": is " + thousandths + " thousandths, but must be at least 1");
    }
    if (thousandths == RoleSettings.DEFAULT_WEIGHT) {
      weights.remove(path);
    } else {
      weights.put(path, thousandths);
    }
    Node node = nodes.get(path);
    if (node != null) {
      node.reweigh(thousandths);
    }
  }

  /** From now on the client is listed. */
  public void activate(String client) {
    Node leaf = leaf(client);
    if (!leaf.isActive()) {
      leaf.activate();
    }
  }

  /** The client is not listed any more. What it holds still counts in the nodes above it. */
  public void deactivate(String client) {
    Node leaf = leaves.get(client);
    if (leaf != null && leaf.isActive()) {
      leaf.deactivate();
      prune(leaf);
    }
  }

  /**
   * The client, active or not, holds more than before.
   *
   * @param amounts what comes on top, in thousandths by name
   */
  public void hold(String client, Quantities amounts) {
    for (Map.Entry<String, Long> entry : amounts.amounts().entrySet()) {
      // Before anything changes: what fits at the root fits everywhere.
      Math.addExact(root.amounts.get(totals.slot(entry.getKey())), entry.getValue());
    }
    Node leaf = leaf(client);
    leaf.lift();
    for (Map.Entry<String, Long> entry : amounts.amounts().entrySet()) {
      leaf.add(totals.slot(entry.getKey()), entry.getValue());
    }
    prune(leaf);
  }

  /**
   * The client, active or not, holds less than before.
   *
   * @param amounts what goes, in thousandths by name; no more than the client holds
   */
  public void release(String client, Quantities amounts) {
    Node leaf = leaf(client);
    if (!covers(leaf, amounts)) {
      Quantities held = totals.quantities(leaf.amounts);
      prune(leaf);
      throw new IllegalArgumentException(
          "release by " + client + ": is '" + amounts + "', but must be within '" + held + "'");
    }
    leaf.lift();
    for (Map.Entry<String, Long> entry : amounts.amounts().entrySet()) {
      leaf.add(totals.slot(entry.getKey()), -entry.getValue());
    }
    prune(leaf);
  }

  private boolean covers(Node leaf, Quantities amounts) {
    for (Map.Entry<String, Long> entry : amounts.amounts().entrySet()) {
      if (entry.getValue() > leaf.amounts.get(totals.slot(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Sets how many allocations the client, active or not, has ever had; 0 by default. */
  public void grants(String client, long count) {
    Node leaf = leaf(client);
    if (leaf.grants() != count) {
      leaf.lift();
      leaf.addGrants(count - leaf.grants());
    }
    prune(leaf);
  }

  /** How many allocations the client and those below it have had. */
  public long grants(String client) {
    Node leaf = leaves.get(client);
    return leaf == null ? 0 : leaf.grants();
  }

  /** Which of two active clients goes first, as {@link #order} has it. */
  public int compare(String left, String right) {
    Node one = leaves.get(left);
    Node other = leaves.get(right);
    return one == null || other == null || one == other
        ? left.compareTo(right)
        : one.compareTo(other, totals);
  }

  /**
   * The active clients, the one with the smallest share first. They are found as they are asked
   * for, so this ends with the next change of the tree.
   */
  public Iterator<String> order() {
    return new Walk(root, siblings -> siblings.ranked(totals));
  }

  /** The same order as a list, which stays as it is. */
  public List<String> list() {
    List<String> clients = new ArrayList<>();
    order().forEachRemaining(clients::add);
    return clients;
  }

  /**
   * The active clients in an order by chance: who of siblings is next is as probable as its weight
   * is large. It depends on the seed, on the paths of the active clients and on weights, and on
   * nothing else. They are drawn as they are asked for, so this ends with the next change of the
   * tree.
   */
  public Iterator<String> randomOrder(long seed) {
    Chance chance = new Chance(seed);
    return new Walk(root, siblings -> new WeightedDraw(siblings.live(), chance));
  }

  /** What all clients at and below the path hold, in thousandths by name, without zeros. */
  public Quantities held(String path) {
    Node node = nodes.get(path);
    return node == null ? Quantities.EMPTY : totals.quantities(node.amounts);
  }

  /** The dominant share of all clients at and below the path, with the weight of the path. */
  public Share share(String path) {
    Node node = nodes.get(path);
    return totals.dominant(node == null ? new Amounts() : node.amounts, weightOf(path));
  }

  /** Forgets everything, weights too; the totals stay. */
  public void clear() {
    nodes.clear();
    leaves.clear();
    weights.clear();
    root = newRoot();
  }

  /** How many nodes there are, without root and leaves. */
  int size() {
    return nodes.size();
  }

  private static Node newRoot() {
    return new Node(null, "", "", RoleSettings.DEFAULT_WEIGHT);
  }

  private int weightOf(String path) {
    Integer weight = weights.get(path);
    return weight == null ? RoleSettings.DEFAULT_WEIGHT : weight;
  }

  private Node leaf(String client) {
    Node leaf = leaves.get(client);
    if (leaf == null) {
      check(client);
      leaf = new Node(node(client), Node.LEAF, client, RoleSettings.DEFAULT_WEIGHT);
      leaves.put(client, leaf);
    }
    return leaf;
  }

  private Node node(String path) {
    Node node = nodes.get(path);
    if (node == null) {
      int end = path.lastIndexOf(SEPARATOR);
      Node parent = end < 0 ? root : node(path.substring(0, end));
      node = new Node(parent, path.substring(end + 1), path, weightOf(path));
      nodes.put(path, node);
    }
    return node;
  }

  private static void check(String client) {
    String framed = SEPARATOR + client + SEPARATOR;
    if (framed.contains("//") || framed.contains("/./")) {
      throw new IllegalArgumentException(
          "client: is '" + client + "', but must be names, none of them '.', between slashes");
    }
  }

  /** Removes a leaf that says nothing, and every node above it that has no child then. */
  private void prune(Node leaf) {
    if (!leaf.isUnused()) {
      return;
    }
    leaves.remove(leaf.path);
    Node node = leaf.parent;
    while (node != null && --node.size == 0 && node.parent != null) {
      nodes.remove(node.path);
      node = node.parent;
    }
  }
}
