package dev.bourse.core.allocator;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SortedSet;

/** Those of an order that are wanted. */
final class Only implements Iterator<String> {

  private final SortedSet<String> wanted;
  private final Iterator<String> all;

  /** The next one, once it is found. */
  private final ArrayDeque<String> found = new ArrayDeque<>(1);

  Only(SortedSet<String> wanted, Iterator<String> all) {
    this.wanted = wanted;
    this.all = all;
  }

  @Override
  public boolean hasNext() {
    while (found.isEmpty() && all.hasNext()) {
      String next = all.next();
      if (wanted.contains(next)) {
        found.add(next);
      }
    }
    return !found.isEmpty();
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.remove();
  }
}
