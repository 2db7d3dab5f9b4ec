package dev.bourse.core.state.fairshare;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree: what its subtree holds, has been granted, and how many of its clients are
 * active. What a client has for itself is in a leaf below the client's node, so that a client that
 * is a parent as well is no special case.
 */
final class Node {

  /** The name of the leaf of a client, which no part of a path can have. */
  static final String LEAF = ".";

  final @Nullable Node parent;
  final String name;

  /** Of a leaf, the path of its client. */
  final String path;

  final Siblings children = new Siblings();
  final Amounts amounts = new Amounts();

  /** Children of any kind, whereas {@link #children} has those with an active client. */
  int size;

  /** Whether it is in the ranking of its siblings. */
  boolean ranked;

  private int weight;
  private int active;
  private long grants;

  /** As it was when the node was ranked; the ranking must not see it change. */
  private Share share = Share.NOTHING;

  Node(@Nullable Node parent, String name, String path, int weight) {
    this.parent = parent;
    this.name = name;
    this.path = path;
    this.weight = weight;
    if (parent != null) {
      parent.size++;
    }
  }

  /** The order of siblings that have been {@link #rank ranked}. */
  static int compare(Node left, Node right) {
    return compare(left, left.share, right, right.share);
  }

  private static int compare(Node left, Share share, Node right, Share other) {
    int order = share.compareTo(other);
    if (order == 0) {
      order = Long.compare(left.grants, right.grants);
    }
    return order != 0 ? order : left.name.compareTo(right.name);
  }

  /**
   * The order of any two nodes, of which none is above the other: that of those below one parent.
   */
  int compareTo(Node other, Totals totals) {
    Node left = this;
    Node right = other;
    while (left.depth() > right.depth()) {
      left = Objects.requireNonNull(left.parent);
    }
    while (right.depth() > left.depth()) {
      right = Objects.requireNonNull(right.parent);
    }
    while (left.parent != right.parent) {
      left = Objects.requireNonNull(left.parent);
      right = Objects.requireNonNull(right.parent);
    }
    return compare(
        left, totals.dominant(left.amounts, left.weight),
        right, totals.dominant(right.amounts, right.weight));
  }

  private int depth() {
    return parent == null ? 0 : parent.depth() + 1;
  }

  void rank(Totals totals) {
    share = totals.dominant(amounts, weight);
  }

  int weight() {
    return weight;
  }

  long grants() {
    return grants;
  }

  boolean isActive() {
    return active > 0;
  }

  boolean isLeaf() {
    return name.equals(LEAF);
  }

  boolean isUnused() {
    return size == 0 && active == 0 && grants == 0 && amounts.isEmpty();
  }

  void reweigh(int thousandths) {
    if (parent != null) {
      parent.children.lift(this);
    }
    weight = thousandths;
  }

  /** Takes this and all above it out of their rankings, so that their keys may change. */
  void lift() {
    for (Node node = this; node.parent != null; node = node.parent) {
      node.parent.children.lift(node);
    }
  }

  /** Only while {@link #lift lifted}. */
  void add(int slot, long difference) {
    for (Node node = this; node != null; node = node.parent) {
      node.amounts.add(slot, difference);
    }
  }

  /** Only while {@link #lift lifted}. */
  void addGrants(long difference) {
    for (Node node = this; node != null; node = node.parent) {
      node.grants += difference;
    }
  }

  void activate() {
    for (Node node = this; node.parent != null; node = node.parent) {
      if (node.active++ == 0) {
        node.parent.children.enter(node);
      }
    }
  }

  void deactivate() {
    for (Node node = this; node.parent != null; node = node.parent) {
      if (--node.active == 0) {
        node.parent.children.leave(node);
      }
    }
  }
}
