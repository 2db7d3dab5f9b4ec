package dev.bourse.topics.resources;

/**
 * A text, for attributes only. It cannot be added or counted.
 *
 * @param value 1 to {@link #MAX_LENGTH} characters that {@link Value#parse} reads as a text: not a
 *     number, without {@code [ ] { } ;}, control characters and blanks at its ends, and with
 *     matching parentheses
 */
public record Text(String value) implements Value {

  /** The longest text, in characters. */
  public static final int MAX_LENGTH = 1024;

  private static final String RESERVED = "[]{};";

  private static final Characters CHARACTERS = new Characters(MAX_LENGTH, RESERVED);

  /** Checks that it reads back. */
  public Text {
    if (!CHARACTERS.accept(value)
        || Decimals.isNumber(value)
        || !ValueParser.isBalanced(value, '(', ')')) {
      throw Errors.invalid(
          "text",
          value,
          "1 to "
              + MAX_LENGTH
              + " characters, not a number, none of "
              + RESERVED
              + ", parentheses matching, no control character, and no blank at the ends");
    }
  }

  @Override
  public Value plus(Value other) {
    throw noAmount();
  }

  @Override
  public Value minus(Value other) {
    throw noAmount();
  }

  /** Whether they are the same. */
  @Override
  public boolean contains(Value other) {
    return equals(other);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public long thousandths() {
    throw noAmount();
  }

  @Override
  public Value cut(long thousandths) {
    throw noAmount();
  }

  private IllegalArgumentException noAmount() {
    return Errors.invalid("text", value, "a scalar, ranges or items to have an amount");
  }

  @Override
  public String toString() {
    return value;
  }
}
