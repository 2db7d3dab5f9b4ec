package dev.bourse.topics.resources;

import java.math.BigDecimal;

/**
 * Numbers, sizes and durations as people write them in job documents. None may be negative; every
 * error is an {@link IllegalArgumentException} that names the value and what is allowed.
 */
public final class Quantity {

  /** A hundred years. */
  public static final long MAX_DURATION_MILLIS = Durations.MAX_MILLIS;

  private static final String NUMBER =
      "a number like 2, 0.5 or 500m (thousandths): " + Decimals.ALLOWED;
  private static final String SIZE =
      "a number with one of B, k, M, G, T, P, Ki, Mi, Gi, Ti, Pi, or with none for MiB: the MiB "
          + Decimals.ALLOWED;

  /** The digits of the longest number that may be written. */
  private static final int MAX_LENGTH = 64;

  private static final BigDecimal BYTES_IN_MEBIBYTE = BigDecimal.valueOf(1L << 20);

  private Quantity() {}

  /**
   * Reads {@code 2}, {@code 0.5} or {@code 500m}, rounded half away from zero.
   *
   * @return thousandths
   */
  public static long number(String text) {
    String stripped = text.strip();
    boolean milli = stripped.endsWith("m");
    String digits = milli ? stripped.substring(0, stripped.length() - 1) : stripped;
    BigDecimal value = decimal(text, digits, NUMBER).movePointRight(milli ? 0 : 3);
    return Decimals.round("quantity", text, value, NUMBER);
  }

  /**
   * Reads a size of memory or disk: {@code 256Mi}, {@code 1Gi}, {@code 512Ki}, {@code 1G}, {@code
   * 1000000B}, with binary units ({@code Ki} is 1024 bytes) and decimal ones ({@code k} or {@code
   * K} is 1000 bytes). A plain number means MiB, as Mesos has it. Rounded half away from zero.
   *
   * @return thousandths of a MiB
   */
  public static long mebibytes(String text) {
    String stripped = text.strip();
    int end = stripped.length();
    while (end > 0 && isLetter(stripped.charAt(end - 1))) {
      end--;
    }
    BigDecimal number = decimal(text, stripped.substring(0, end), SIZE);
    BigDecimal bytes = number.multiply(BigDecimal.valueOf(unit(text, stripped.substring(end))));
    BigDecimal value = bytes.movePointRight(3).divide(BYTES_IN_MEBIBYTE);
    return Decimals.round("quantity", text, value, SIZE);
  }

  /**
   * Reads {@code 90s}, {@code 1h30m}, {@code 250ms}, {@code 2d}, {@code 1.5h}, {@code PT1M30S} or
   * {@code 0}: units from {@code w d h m s ms} in this order, each at most once, or ISO 8601.
   *
   * @return milliseconds, at most {@link #MAX_DURATION_MILLIS}
   */
  public static long duration(String text) {
    return Durations.parse(text);
  }

  /**
   * As {@link #duration} reads it: {@code 1h30m}, {@code 7d}, {@code 0s}.
   *
   * @param millis from 0 to {@link #MAX_DURATION_MILLIS}
   */
  public static String formatDuration(long millis) {
    return Durations.format(millis);
  }

  /**
   * As {@link #mebibytes} reads it, in the largest binary unit that leaves a whole number: {@code
   * 256Mi}, {@code 2Gi}; a fraction of a MiB is written as {@code 0.5Mi}.
   *
   * @param thousandths of a MiB, not negative
   */
  public static String formatMebibytes(long thousandths) {
    if (thousandths < 0) {
      throw Errors.invalid("size", Decimals.format(thousandths) + "Mi", "zero or more");
    }
    String units = "MGTP";
    long amount = thousandths;
    int unit = 0;
    while (amount != 0 && amount % 1_024_000 == 0 && unit < units.length() - 1) {
      amount /= 1024;
      unit++;
    }
    return Decimals.format(amount) + units.charAt(unit) + "i";
  }

  private static BigDecimal decimal(String text, String digits, String allowed) {
    if (digits.length() > MAX_LENGTH || !Decimals.isUnsigned(digits)) {
      throw Errors.invalid("quantity", text, allowed);
    }
    return new BigDecimal(digits);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static long unit(String text, String unit) {
    return switch (unit) {
      case "", "Mi" -> 1L << 20;
      case "B" -> 1;
      case "Ki" -> 1L << 10;
      case "Gi" -> 1L << 30;
      case "Ti" -> 1L << 40;
      case "Pi" -> 1L << 50;
      case "k", "K" -> 1_000;
      case "M" -> 1_000_000;
      case "G" -> 1_000_000_000;
      case "T" -> 1_000_000_000_000L;
      case "P" -> 1_000_000_000_000_000L;
      default -> throw Errors.invalid("quantity", text, SIZE);
    };
  }
}
