package dev.bourse.topics.resources;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact conversion between decimal text and thousandths. No floating point is involved. */
final class Decimals {

  /** The largest amount, in thousandths: the sum of two still fits into a long. */
  static final long MAX_THOUSANDTHS = 1_000_000_000_000_000_000L;

  static final String ALLOWED = "zero, or from 0.001 (rounded) to 1000000000000000";

  private static final int MAX_LENGTH = 64;
  private static final int MAX_EXPONENT_LENGTH = 6;
  private static final BigDecimal LIMIT = BigDecimal.valueOf(MAX_THOUSANDTHS);

  private Decimals() {}

  /** Whether this is an optional sign, ASCII digits with an optional point, and an exponent. */
  static boolean isNumber(String text) {
    int start = skipSign(text, 0);
    int exponent = indexOfExponent(text);
    if (exponent < 0) {
      return isUnsigned(text, start, text.length());
    }
    int digits = skipSign(text, exponent + 1);
    return isUnsigned(text, start, exponent)
        && digits < text.length()
        && skipDigits(text, digits, text.length()) == text.length();
  }

  /** Whether this is digits with an optional point: no sign, no exponent. */
  static boolean isUnsigned(String text) {
    return isUnsigned(text, 0, text.length());
  }

  /** The value of a text that {@link #isNumber} accepts, rounded half away from zero. */
  static long parseThousandths(String text) {
    int exponent = indexOfExponent(text);
    if (text.length() > MAX_LENGTH
        || (exponent >= 0 && text.length() - exponent - 1 > MAX_EXPONENT_LENGTH)) {
      throw Errors.invalid("number", text, ALLOWED);
    }
    return round("number", text, new BigDecimal(text).movePointRight(3), ALLOWED);
  }

  /** Rounds half away from zero to a whole number within the limit; only zero may become zero. */
  static long round(String what, String text, BigDecimal thousandths, String allowed) {
    if (thousandths.signum() == 0) {
      return 0;
    }
    int digits = thousandths.precision() - thousandths.scale();
    if (digits < 0 || digits > LIMIT.precision()) {
      throw Errors.invalid(what, text, allowed);
    }
    BigDecimal rounded = thousandths.setScale(0, RoundingMode.HALF_UP);
    if (rounded.signum() == 0 || rounded.abs().compareTo(LIMIT) > 0) {
      throw Errors.invalid(what, text, allowed);
    }
    return rounded.longValueExact();
  }

  /** The same amount, if it is within the limit. */
  static long checked(String what, long thousandths) {
    if (thousandths > MAX_THOUSANDTHS || thousandths < -MAX_THOUSANDTHS) {
      throw Errors.invalid(what, format(thousandths), "at most " + format(MAX_THOUSANDTHS));
    }
    return thousandths;
  }

  /** Without trailing zeros: 1500 is {@code 1.5}. */
  static String format(long thousandths) {
    long fraction = Math.abs(thousandths % 1000);
    String whole =
        (thousandths < 0 && thousandths > -1000 ? "-" : "") + Long.toString(thousandths / 1000);
    return fraction == 0 ? whole : whole + "." + trimmed(fraction);
  }

  private static String trimmed(long fraction) {
    String digits = Long.toString(1000 + fraction).substring(1);
    return fraction % 100 == 0
        ? digits.substring(0, 1)
        : fraction % 10 == 0 ? digits.substring(0, 2) : digits;
  }

  private static boolean isUnsigned(String text, int start, int end) {
    int point = skipDigits(text, start, end);
    if (point == end) {
      return point > start;
    }
    int last = skipDigits(text, point + 1, end);
    return text.charAt(point) == '.' && last == end && end - start > 1;
  }

  private static int skipDigits(String text, int start, int end) {
    int i = start;
    while (i < end && Characters.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int skipSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private static int indexOfExponent(String text) {
    return Math.max(text.indexOf('e'), text.indexOf('E'));
  }
}
