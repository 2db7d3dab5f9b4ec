package dev.bourse.core.allocator.fairshare;

/**
 * A part of a whole. Compared by multiplying crosswise in 128 bits, since rounding would make the
 * order depend on more than the numbers.
 *
 * @param part 0 or more
 * @param whole more than 0
 */
record Share(long part, long whole) implements Comparable<Share> {

  static final Share NOTHING = new Share(0, 1);

  @Override
  public int compareTo(Share other) {
    long high = Math.multiplyHigh(part, other.whole);
    long otherHigh = Math.multiplyHigh(other.part, whole);
    return high != otherHigh
        ? Long.compare(high, otherHigh)
        : Long.compareUnsigned(part * other.whole, other.part * whole);
  }
}
