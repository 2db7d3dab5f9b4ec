package dev.bourse.topics.resources;

/**
 * Which characters a name, an item or a text may hold, so that the text form reads back: none of
 * the reserved ones, no control character, and no blank at the ends.
 */
final class Characters {

  private final int maxLength;
  private final boolean[] plainAscii = new boolean[128];

  Characters(int maxLength, String reserved) {
    this.maxLength = maxLength;
    for (char c = 0; c < plainAscii.length; c++) {
      plainAscii[c] = !Character.isISOControl(c) && reserved.indexOf(c) < 0;
    }
  }

  /** Whether the value is not empty, not too long, and holds only what is allowed. */
  boolean accept(String value) {
    int length = value.length();
    if (length == 0 || length > maxLength) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!isPlain(value.charAt(i))) {
        return false;
      }
    }
    return !isBlank(value.charAt(0)) && !isBlank(value.charAt(length - 1));
  }

  private boolean isPlain(char c) {
    return c < plainAscii.length ? plainAscii[c] : !Character.isISOControl(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Any kind of space, tab or line end. */
  static boolean isBlank(char c) {
    return c == ' ' || (isUnusual(c) && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }

  /** Any kind of space, tab, line end or control character. */
  static boolean isBlankOrControl(char c) {
    return c == ' ' || (isUnusual(c) && (isBlank(c) || Character.isISOControl(c)));
  }

  private static boolean isUnusual(char c) {
    return c <= ' ' || c >= 0x7f;
  }
}
