package dev.bourse.topics.resources;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;

/** Durations as people write them, in milliseconds. */
final class Durations {

  static final long MAX_MILLIS = 36_500L * 24 * 3_600_000;

  private static final String ALLOWED =
      "a duration like 90s, 1h30m, 250ms, 2d or PT1M30S: units from w d h m s ms in this order, in"
          + " whole milliseconds, at most 36500d";

  private static final int MAX_LENGTH = 64;

  /** In the order in which they may appear. */
  private static final String[] UNITS = {"w", "d", "h", "m", "s", "ms"};

  private static final long[] MILLIS = {604_800_000, 86_400_000, 3_600_000, 60_000, 1_000, 1};

  /** Weeks are read but not written: seven days are better known as 7d. */
  private static final int FIRST_WRITTEN = 1;

  private Durations() {}

  static long parse(String input) {
    String text = input.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw invalid(input);
    }
    if (text.equals("0")) {
      return 0;
    }
    return text.charAt(0) == 'P' ? iso(input, text) : units(input, text);
  }

  private static long iso(String input, String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.isNegative() || duration.toNanosPart() % 1_000_000 != 0) {
        throw invalid(input);
      }
      return bounded(input, BigDecimal.valueOf(duration.toMillis()));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(Errors.message("duration", input, ALLOWED), e);
    }
  }

  private static long units(String input, String text) {
    BigDecimal sum = BigDecimal.ZERO;
    int at = 0;
    int unit = -1;
    while (at < text.length()) {
      int letters = end(text, at, false);
      int next = end(text, letters, true);
      unit = indexAfter(input, unit, text.substring(letters, next));
      sum = sum.add(part(input, text.substring(at, letters), MILLIS[unit]));
      at = next;
    }
    return bounded(input, sum);
  }

  private static BigDecimal part(String input, String digits, long millis) {
    if (!Decimals.isUnsigned(digits)) {
      throw invalid(input);
    }
    return new BigDecimal(digits).multiply(BigDecimal.valueOf(millis));
  }

  /** The end of a run of letters, or of everything else. */
  private static int end(String text, int start, boolean letters) {
    int i = start;
    while (i < text.length() && Character.isLetter(text.charAt(i)) == letters) {
      i++;
    }
    return i;
  }

  private static int indexAfter(String input, int previous, String unit) {
    for (int i = previous + 1; i < UNITS.length; i++) {
      if (UNITS[i].equals(unit)) {
        return i;
      }
    }
    throw invalid(input);
  }

  private static long bounded(String input, BigDecimal millis) {
    if (millis.compareTo(BigDecimal.valueOf(MAX_MILLIS)) > 0
        || millis.stripTrailingZeros().scale() > 0) {
      throw invalid(input);
    }
    return millis.longValueExact();
  }

  private static IllegalArgumentException invalid(String input) {
    return Errors.invalid("duration", input, ALLOWED);
  }

  static String format(long millis) {
    if (millis < 0 || millis > MAX_MILLIS) {
      throw Errors.invalid("duration", millis + "ms", "from 0 to 36500d");
    }
    StringBuilder text = new StringBuilder();
    long rest = millis;
    for (int i = FIRST_WRITTEN; i < UNITS.length; i++) {
      if (rest >= MILLIS[i]) {
        text.append(rest / MILLIS[i]).append(UNITS[i]);
        rest %= MILLIS[i];
      }
    }
    return text.isEmpty() ? "0s" : text.toString();
  }
}
