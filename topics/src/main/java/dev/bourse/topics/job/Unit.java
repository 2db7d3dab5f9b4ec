package dev.bourse.topics.job;

import dev.bourse.topics.resources.Quantity;
import java.math.BigDecimal;

/** The kinds of quantity in a document, and how each is read and shown. */
enum Unit {
  /** Thousandths of a plain number. */
  NUMBER {
    @Override
    long parse(String text) {
      return Quantity.number(text);
    }

    @Override
    String show(long value) {
      return BigDecimal.valueOf(value, 3).stripTrailingZeros().toPlainString();
    }
  },
  /** Thousandths of a MiB. */
  MEBIBYTES {
    @Override
    long parse(String text) {
      return Quantity.mebibytes(text);
    }

    @Override
    String show(long value) {
      return Quantity.formatMebibytes(value);
    }
  },
  /** Milliseconds. */
  DURATION {
    @Override
    long parse(String text) {
      return Quantity.duration(text);
    }

    @Override
    String show(long value) {
      return Quantity.formatDuration(value);
    }
  };

  abstract long parse(String text);

  abstract String show(long value);
}
