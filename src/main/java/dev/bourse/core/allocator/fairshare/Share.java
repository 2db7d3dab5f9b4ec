package dev.bourse.core.allocator.fairshare;

import dev.bourse.topics.command.RoleSettings;
import java.math.BigInteger;

/**
 * A part of a whole, for its weight. Compared by multiplying crosswise and exactly, since rounding
 * would make the order depend on more than the numbers.
 *
 * @param part 0 or more
 * @param whole more than 0
 * @param weight more than 0, in thousandths
 */
record Share(long part, long whole, int weight) implements Comparable<Share> {

  static final Share NOTHING = new Share(0, 1);

  Share(long part, long whole) {
    this(part, whole, RoleSettings.DEFAULT_WEIGHT);
  }

  @Override
  public int compareTo(Share other) {
    if (weight != other.weight) {
      return cross(other).compareTo(other.cross(this));
    }
    long high = Math.multiplyHigh(part, other.whole);
    long otherHigh = Math.multiplyHigh(other.part, whole);
    return high != otherHigh
        ? Long.compare(high, otherHigh)
        : Long.compareUnsigned(part * other.whole, other.part * whole);
  }

  private BigInteger cross(Share other) {
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(other.whole))
        .multiply(BigInteger.valueOf(other.weight));
  }
}
