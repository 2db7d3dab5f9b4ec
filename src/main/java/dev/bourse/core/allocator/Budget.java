package dev.bourse.core.allocator;

/** How much a step may still do. */
final class Budget {

  private final long[] left;

  /** What a step launches and offers at most. */
  Budget(int launches, int offers) {
    left = new long[] {launches, offers, launches};
  }

  void launch() {
    left[0]--;
  }

  void offer() {
    left[1]--;
  }

  boolean isSpent() {
    return left[0] <= 0 || left[1] <= 0;
  }

  int launches() {
    return (int) (left[2] - left[0]);
  }
}
