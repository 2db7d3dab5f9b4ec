package dev.bourse.core.state.fairshare;

import dev.bourse.topics.command.RoleSettings;
import java.math.BigInteger;

/**
 * A part of a whole, for its weight. Compared by multiplying crosswise and exactly, since rounding
 * would make the order depend on more than the numbers.
 *
 * @param part 0 or more, in thousandths of the resource
 * @param whole more than 0, in thousandths of the resource
 * @param weight more than 0, in thousandths; 1,000 by default
 */
public record Share(long part, long whole, int weight) implements Comparable<Share> {

  static final Share NOTHING = new Share(0, 1);

  Share(long part, long whole) {
    this(part, whole, RoleSettings.DEFAULT_WEIGHT);
  }

  /** Which is the smaller part of its whole, each divided by its weight. */
  @Override
  public int compareTo(Share other) {
    if (weight == other.weight) {
      return compare(part, whole, other.part, other.whole);
    }
    long left = weighted(part, other.weight);
    long right = weighted(other.part, weight);
    return left < 0 || right < 0
        ? cross(other).compareTo(other.cross(this))
        : compare(left, whole, right, other.whole);
  }

  /** Compares {@code part / whole} with {@code otherPart / otherWhole}, none of them negative. */
  static int compare(long part, long whole, long otherPart, long otherWhole) {
    if (whole == otherWhole) {
      return Long.compare(part, otherPart);
    }
    long high = Math.multiplyHigh(part, otherWhole);
    long otherHigh = Math.multiplyHigh(otherPart, whole);
    return high != otherHigh
        ? Long.compare(high, otherHigh)
        : Long.compareUnsigned(part * otherWhole, otherPart * whole);
  }

  /** The product, or something negative if a long is too small for it. */
  private static long weighted(long part, int weight) {
    return Math.multiplyHigh(part, weight) == 0 ? part * weight : -1;
  }

  private BigInteger cross(Share other) {
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(other.whole))
        .multiply(BigInteger.valueOf(other.weight));
  }
}
