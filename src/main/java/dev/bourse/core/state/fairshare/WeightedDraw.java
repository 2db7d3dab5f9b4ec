package dev.bourse.core.state.fairshare;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Draws nodes until none is left, each time one of those that are left with a probability in
 * proportion to its weight. Sums of weights are kept in a Fenwick tree: a draw takes logarithmic
 * time, and who needs the first only does not pay for the rest.
 */
final class WeightedDraw implements Iterator<Node> {

  private final List<Node> nodes;
  private final Chance chance;

  /** By a position from 1: the weight of as many nodes up to it as its lowest bit says. */
  private final long[] sums;

  private long left;

  WeightedDraw(List<Node> nodes, Chance chance) {
    this.nodes = nodes;
    this.chance = chance;
    this.sums = new long[nodes.size() + 1];
    for (int position = 1; position < sums.length; position++) {
      int weight = nodes.get(position - 1).weight();
      left += weight;
      sums[position] += weight;
      int next = position + Integer.lowestOneBit(position);
      if (next < sums.length) {
        sums[next] += sums[position];
      }
    }
  }

  /** Weights are more than 0, so nothing is left when no weight is. */
  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public Node next() {
    if (left == 0) {
      throw new NoSuchElementException();
    }
    int index = find(chance.below(left));
    remove(index);
    return nodes.get(index);
  }

  /** How many nodes lie wholly below a point on the line of all weights that are left. */
  private int find(long point) {
    int position = 0;
    long rest = point;
    for (int step = Integer.highestOneBit(nodes.size()); step > 0; step >>= 1) {
      int next = position + step;
      if (next < sums.length && sums[next] <= rest) {
        position = next;
        rest -= sums[next];
      }
    }
    return position;
  }

  private void remove(int index) {
    int weight = nodes.get(index).weight();
    left -= weight;
    for (int at = index + 1; at < sums.length; at += Integer.lowestOneBit(at)) {
      sums[at] -= weight;
    }
  }
}
