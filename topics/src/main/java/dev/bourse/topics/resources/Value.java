package dev.bourse.topics.resources;

/**
 * The value of a resource or of an attribute. Resources are scalars, ranges or items; attributes
 * may also be texts.
 *
 * <p>Arithmetic works between two values of the same kind; anything else is an {@link
 * IllegalArgumentException}. It is the arithmetic of sets and numbers and lenient, as in Mesos:
 * taking away a port that is not there changes nothing. {@link Resources#minus} is the strict one.
 */
public sealed interface Value permits Scalar, Ranges, Items, Text {

  /**
   * Reads what Mesos reads: {@code 1.5}, {@code [31000-32000,40000-40010]}, {@code {sda1,sda2}},
   * and everything else, also {@code inf} and {@code nan}, as a text. {@code toString} is the
   * canonical form.
   *
   * @throws IllegalArgumentException if brackets do not match or stand in the wrong place, if a
   *     range is not two whole numbers in order, if an item is given twice, or if a number is too
   *     large or so small that it would be rounded to zero
   */
  static Value parse(String text) {
    return ValueParser.parse(text);
  }

  /** The sum; of ranges and items, the union. */
  Value plus(Value other);

  /** The difference; of ranges and items, what the other does not have. */
  Value minus(Value other);

  /** Whether the other is of the same kind and no more than this. */
  boolean contains(Value other);

  /** Whether there is nothing of it. */
  boolean isEmpty();

  /** How much it is, in thousandths: a port and an item count 1000 each. A text has no amount. */
  long thousandths();

  /**
   * What fits into this many thousandths: of a scalar that much, of ranges and items as many whole
   * ones as fit, the first ones first.
   */
  Value cut(long thousandths);
}
