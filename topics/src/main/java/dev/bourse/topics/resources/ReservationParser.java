package dev.bourse.topics.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads reservations: {@code eng,+eng/backend@alice{team=x&tier=1}}, the outermost first. */
final class ReservationParser {

  private ReservationParser() {}

  /** A whole stack; {@code *} is the empty one. */
  static List<Reservation> stack(String text) {
    if (text.strip().equals(Roles.DEFAULT)) {
      return List.of();
    }
    List<Reservation> stack = new ArrayList<>();
    for (String part : split(text, ',')) {
      stack.add(entry(part));
    }
    return stack;
  }

  static Reservation entry(String text) {
    String entry = text.strip();
    boolean isDynamic = entry.startsWith("+");
    int brace = entry.indexOf('{');
    String head = entry.substring(isDynamic ? 1 : 0, brace < 0 ? entry.length() : brace);
    int at = head.indexOf('@');
    return new Reservation(
        isDynamic ? Reservation.Type.DYNAMIC : Reservation.Type.STATIC,
        (at < 0 ? head : head.substring(0, at)).strip(),
        at < 0 ? null : head.substring(at + 1).strip(),
        brace < 0 ? new TreeMap<>() : labels(entry.substring(brace)));
  }

  private static SortedMap<String, String> labels(String text) {
    if (!text.endsWith("}")) {
      throw Errors.invalid("reservation labels", text, "{key=value&…}");
    }
    SortedMap<String, String> labels = new TreeMap<>();
    for (String label : split(text.substring(1, text.length() - 1), '&')) {
      int equals = label.indexOf('=');
      if (equals < 0) {
        throw Errors.invalid("reservation label", label, "key=value");
      }
      String key = label.substring(0, equals).strip();
      if (labels.put(key, label.substring(equals + 1).strip()) != null) {
        throw Errors.invalid("reservation label", label, "the only one of this key");
      }
    }
    return labels;
  }

  /** All parts, also the empty ones: one too many of the delimiters is a mistake. */
  private static List<String> split(String text, char delimiter) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }
}
