package dev.bourse.topics.job;

import dev.bourse.topics.resources.Quantity;

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
      long rest = value % 1_000;
      return rest == 0 ? Long.toString(value / 1_000) : value / 1_000 + "." + pad(rest);
    }

    private String pad(long rest) {
      return Long.toString(1_000 + rest).substring(1);
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
