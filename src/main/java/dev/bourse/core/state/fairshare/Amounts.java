package dev.bourse.core.state.fairshare;

import java.util.Arrays;

/** Thousandths by the slot that {@link Totals} gave a name; cheap to change, unlike quantities. */
final class Amounts {

  private static final long[] NONE = {};

  private long[] thousandths = NONE;

  long get(int slot) {
    return slot < thousandths.length ? thousandths[slot] : 0;
  }

  /** Adds a difference, which may be negative. */
  void add(int slot, long difference) {
    if (slot >= thousandths.length) {
      thousandths = Arrays.copyOf(thousandths, slot + 1);
    }
    thousandths[slot] += difference;
  }

  boolean isEmpty() {
    for (long amount : thousandths) {
      if (amount != 0) {
        return false;
      }
    }
    return true;
  }
}
