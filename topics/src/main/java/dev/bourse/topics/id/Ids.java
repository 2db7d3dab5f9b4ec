package dev.bourse.topics.id;

import org.jspecify.annotations.Nullable;

/**
 * The one rule for every identifier, so that each is safe as a key, a path segment and a file name.
 */
final class Ids {

  private Ids() {}

  static String check(String field, @Nullable String value, int maxLength) {
    if (value == null || !isValid(value, maxLength)) {
      throw new IllegalArgumentException(
          field + ": is " + quote(value) + ", but must be " + allowed(maxLength));
    }
    return value;
  }

  static boolean isValid(String value, int maxLength) {
    if (value.isEmpty() || value.length() > maxLength || !isAlphanumeric(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isAlphanumeric(c) && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  static String allowed(int maxLength) {
    return "1 to " + maxLength + " characters of A-Z a-z 0-9 . _ -, the first a letter or digit";
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  static String quote(@Nullable String value) {
    if (value == null) {
      return "missing";
    }
    return "'" + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "'";
  }
}
