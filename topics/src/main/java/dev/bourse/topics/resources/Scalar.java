package dev.bourse.topics.resources;

/**
 * An amount with three decimals, kept as a whole number, so that sums and differences are exact.
 *
 * @param thousandths 1500 is 1.5; between minus and plus 10<sup>18</sup>. Only an attribute may be
 *     negative
 */
public record Scalar(long thousandths) implements Value {

  /** Checks the bounds. */
  public Scalar {
    Decimals.checked("scalar", thousandths);
  }

  @Override
  public Value plus(Value other) {
    return new Scalar(thousandths + of(other));
  }

  @Override
  public Value minus(Value other) {
    return new Scalar(thousandths - of(other));
  }

  @Override
  public boolean contains(Value other) {
    return other instanceof Scalar(long amount) && amount <= thousandths;
  }

  @Override
  public boolean isEmpty() {
    return thousandths == 0;
  }

  @Override
  public Value cut(long limit) {
    return thousandths <= limit ? this : new Scalar(Math.max(0, limit));
  }

  private long of(Value other) {
    if (other instanceof Scalar(long amount)) {
      return amount;
    }
    throw Kinds.mixed(this, other);
  }

  /** Without trailing zeros: {@code 1.5}. */
  @Override
  public String toString() {
    return Decimals.format(thousandths);
  }
}
