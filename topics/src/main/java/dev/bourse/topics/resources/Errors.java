package dev.bourse.topics.resources;

/** One wording for every refusal of this package: what, the value found, what is allowed. */
final class Errors {

  private static final int SHOWN = 60;

  private Errors() {}

  static IllegalArgumentException invalid(String what, String value, String allowed) {
    return new IllegalArgumentException(message(what, value, allowed));
  }

  /** The same refusal, with the place it happened in put before it. */
  static IllegalArgumentException in(String place, IllegalArgumentException cause) {
    return new IllegalArgumentException(place + ": " + cause.getMessage(), cause);
  }

  static String message(String what, String value, String allowed) {
    return what + ": is " + quote(value) + ", but must be " + allowed;
  }

  private static String quote(String value) {
    return "'" + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + "'";
  }
}
