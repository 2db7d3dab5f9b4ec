package dev.bourse.simulator.view;

import dev.bourse.topics.resources.Quantities;
import java.math.BigDecimal;
import java.util.Locale;

/** Dominant shares, for people. */
public final class Shares {

  private Shares() {}

  /** The largest part that is held of any one resource, between 0 and 1. */
  public static double dominant(Quantities held, Quantities total) {
    double share = 0;
    for (String name : held.names()) {
      if (total.get(name) > 0) {
        share = Math.max(share, (double) held.get(name) / total.get(name));
      }
    }
    return share;
  }

  /** The same as {@code 12.5 %}. */
  public static String percent(Quantities held, Quantities total) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * dominant(held, total));
  }

  /** A weight of so many thousandths as {@code 1} or {@code 2.5}. */
  public static String weight(int thousandths) {
    return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
  }
}
