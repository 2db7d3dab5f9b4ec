package dev.bourse.topics.resources;

/**
 * Whole numbers from begin to end, both included.
 *
 * @param begin at least 0
 * @param end at least begin, at most {@link #MAX}
 */
public record Range(long begin, long end) implements Comparable<Range> {

  /** The largest number in a range: the amount of any ranges stays within that of a scalar. */
  public static final long MAX = Decimals.MAX_THOUSANDTHS / 1000 - 1;

  /** Checks the order and the bounds. */
  public Range {
    if (begin < 0 || begin > end || end > MAX) {
      throw Errors.invalid(
          "range", begin + "-" + end, "begin-end with 0 <= begin <= end <= " + MAX);
    }
  }

  /** How many numbers it holds. */
  public long size() {
    return end - begin + 1;
  }

  /** By begin, then by end. */
  @Override
  public int compareTo(Range other) {
    return begin != other.begin ? Long.compare(begin, other.begin) : Long.compare(end, other.end);
  }

  @Override
  public String toString() {
    return begin + "-" + end;
  }
}
