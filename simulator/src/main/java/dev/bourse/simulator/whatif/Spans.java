package dev.bourse.simulator.whatif;

import java.util.Locale;

/** Lengths of time, for people. */
final class Spans {

  private static final double SECOND = 1_000;
  private static final double MINUTE = 60 * SECOND;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  private Spans() {}

  /** {@code 12.3s}, {@code 4m05s}, {@code 3h20m}, {@code 2d04h}. */
  static String text(double millis) {
    if (millis < MINUTE) {
      return String.format(Locale.ROOT, "%.1fs", millis / SECOND);
    }
    if (millis < HOUR) {
      return pair(millis, MINUTE, SECOND, "m", "s");
    }
    return millis < DAY ? pair(millis, HOUR, MINUTE, "h", "m") : pair(millis, DAY, HOUR, "d", "h");
  }

  private static String pair(double millis, double large, double small, String one, String two) {
    long whole = (long) (millis / large);
    long rest = (long) ((millis - whole * large) / small);
    return String.format(Locale.ROOT, "%d%s%02d%s", whole, one, rest, two);
  }
}
