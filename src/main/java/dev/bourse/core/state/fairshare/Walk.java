package dev.bourse.core.state.fairshare;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The active clients below a node, subtree by subtree, in the order in which siblings follow. */
final class Walk implements Iterator<String> {

  private final ArrayDeque<Iterator<Node>> open = new ArrayDeque<>();
  private final Function<Siblings, Iterator<Node>> turn;

  Walk(Node root, Function<Siblings, Iterator<Node>> turn) {
    this.turn = turn;
    open.push(turn.apply(root.children));
  }

  @Override
  public boolean hasNext() {
    while (open.size() > 1 && !open.element().hasNext()) {
      open.pop();
    }
    return open.element().hasNext();
  }

  /** Every node that siblings have in them has an active client below, so going down finds one. */
  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Node node = open.element().next();
    while (!node.isLeaf()) {
      open.push(turn.apply(node.children));
      node = open.element().next();
    }
    return node.path;
  }
}
