package dev.bourse.topics.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a document while it is read. Every getter takes a field out of it and notes
 * what is wrong instead of throwing, so that the user sees all errors at once; {@link #close}
 * reports the fields that nobody asked for.
 */
final class Section {

  /** More are of no use to anybody, and errors are kept and sent around. */
  static final int MAX_ERRORS = 100;

  private static final int SHOWN = 60;

  /** Digits of the longest number that is spelled out. */
  private static final int MAX_DIGITS = 64;

  private final String path;
  private final ObjectNode fields;
  private final List<FieldError> errors;
  private final Set<String> known = new LinkedHashSet<>();

  Section(String path, ObjectNode fields, List<FieldError> errors) {
    this.path = path;
    this.fields = fields;
    this.errors = errors;
  }

  void error(String field, String message) {
    add(new FieldError(pathOf(field), message));
  }

  /** An error in the words of whoever refused the value. */
  void refused(String field, String refusal) {
    add(FieldError.at(pathOf(field), refusal));
  }

  private void add(FieldError error) {
    if (errors.size() < MAX_ERRORS) {
      errors.add(error);
    } else if (errors.size() == MAX_ERRORS) {
      errors.add(new FieldError("", "the job has more than " + MAX_ERRORS + " errors"));
    }
  }

  boolean has(String field) {
    known.add(field);
    JsonNode node = fields.get(field);
    return node != null && !node.isNull();
  }

  private @Nullable JsonNode take(String field) {
    return has(field) ? fields.get(field) : null;
  }

  @Nullable String text(String field, int maxLength) {
    JsonNode node = take(field);
    if (node == null) {
      return null;
    }
    if (!node.isTextual()) {
      error(field, "is " + show(node) + ", but must be a text");
      return null;
    }
    String value = node.textValue();
    if (value.isEmpty() || value.length() > maxLength || value.indexOf('\0') >= 0) {
      error(
          field,
          "is " + show(node) + ", but must be 1 to " + maxLength + " characters without NUL");
      return null;
    }
    return value;
  }

  /** A number of things between two bounds. */
  int integer(String field, int fallback, int min, int max) {
    JsonNode node = take(field);
    if (node == null) {
      return fallback;
    }
    if (!node.isInt() || node.intValue() < min || node.intValue() > max) {
      error(field, "is " + show(node) + ", but must be a whole number from " + min + " to " + max);
      return fallback;
    }
    return node.intValue();
  }

  /** A truth value. */
  boolean truth(String field, boolean fallback) {
    JsonNode node = take(field);
    if (node == null) {
      return fallback;
    }
    if (!node.isBoolean()) {
      error(field, "is " + show(node) + ", but must be true or false");
      return fallback;
    }
    return node.booleanValue();
  }

  /** A quantity that people write as a number or as text with a unit. */
  long quantity(String field, long fallback, Unit unit, long min, long max) {
    JsonNode node = take(field);
    if (node == null) {
      return fallback;
    }
    if (!node.isTextual() && !node.isNumber()) {
      error(field, "is " + show(node) + ", but must be a number or a text with a unit");
      return fallback;
    }
    try {
      long value = unit.parse(numberText(node));
      if (value >= min && value <= max) {
        return value;
      }
      error(
          field,
          "is " + show(node) + ", but must be from " + unit.show(min) + " to " + unit.show(max));
    } catch (IllegalArgumentException e) {
      refused(field, String.valueOf(e.getMessage()));
    }
    return fallback;
  }

  /** Without an exponent, unless it is absurd: spelled out, 1e400000000 would take all memory. */
  private static String numberText(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    BigDecimal value = node.decimalValue();
    return Math.abs((long) value.scale()) > MAX_DIGITS ? value.toString() : value.toPlainString();
  }

  /** A list of texts; null when absent or wrong. */
  @Nullable List<String> texts(String field, int maxItems) {
    return list(field, maxItems, node -> node.isTextual() ? node.textValue() : null, "a text");
  }

  /**
   * A list whose items are converted by a function that answers null for what it does not take.
   *
   * @param allowed what each item must be
   */
  <T> @Nullable List<T> list(String field, int maxItems, Converter<T> convert, String allowed) {
    JsonNode node = take(field);
    if (node == null) {
      return null;
    }
    if (!node.isArray()) {
      error(field, "is " + show(node) + ", but must be a list");
      return null;
    }
    if (node.size() > maxItems) {
      error(field, tooMany(node.size(), maxItems));
      return null;
    }
    List<T> items = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      T item = convert.convert(node.get(i));
      if (item == null) {
        error(field + "[" + i + "]", "is " + show(node.get(i)) + ", but must be " + allowed);
      } else {
        items.add(item);
      }
    }
    return items;
  }

  /** An object of texts; numbers and booleans are taken as they are written. */
  SortedMap<String, String> map(
      String field, int maxEntries, Function<String, @Nullable String> keyError) {
    SortedMap<String, String> map = new TreeMap<>();
    Section section = section(field);
    if (section == null) {
      return map;
    }
    if (section.fields.size() > maxEntries) {
      error(field, tooMany(section.fields.size(), maxEntries));
      return map;
    }
    for (Map.Entry<String, JsonNode> entry : section.fields.properties()) {
      String problem = keyError.apply(entry.getKey());
      if (problem != null) {
        error(field, problem);
      } else if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
        section.error(entry.getKey(), "is " + show(entry.getValue()) + ", but must be a text");
      } else if (entry.getValue().asText().indexOf('\0') >= 0) {
        section.error(entry.getKey(), "must not contain NUL");
      } else {
        map.put(entry.getKey(), entry.getValue().asText());
      }
    }
    return map;
  }

  private static String tooMany(int size, int max) {
    return "has " + size + " entries, but may have at most " + max;
  }

  @Nullable Section section(String field) {
    JsonNode node = take(field);
    if (node == null) {
      return null;
    }
    if (node.getNodeType() != JsonNodeType.OBJECT) {
      error(field, "is " + show(node) + ", but must be an object");
      return null;
    }
    return new Section(pathOf(field), (ObjectNode) node, errors);
  }

  Iterator<String> names() {
    return fields.fieldNames();
  }

  /** Reports what nobody asked for. */
  void close(Function<String, @Nullable String> explanation) {
    for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        String why = explanation.apply(name);
        error(name, why != null ? why : unknown(name));
      }
    }
  }

  private String unknown(String name) {
    for (String candidate : known) {
      if (isNear(candidate.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
        return "is not a known field; did you mean '" + candidate + "'?";
      }
    }
    return "is not a known field; known are " + String.join(", ", known);
  }

  /** Whether two names differ by at most one letter added, left out, changed or swapped. */
  static boolean isNear(String a, String b) {
    int start = 0;
    int shorter = Math.min(a.length(), b.length());
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    String restA = a.substring(start);
    String restB = b.substring(start);
    return tail(restA, 1).equals(tail(restB, 1))
        || restA.equals(tail(restB, 1))
        || tail(restA, 1).equals(restB)
        || (restA.length() > 1
            && restB.length() > 1
            && restA.charAt(0) == restB.charAt(1)
            && restA.charAt(1) == restB.charAt(0)
            && tail(restA, 2).equals(tail(restB, 2)));
  }

  private static String tail(String text, int from) {
    return text.length() <= from ? "" : text.substring(from);
  }

  /** Makes something of an item of a list, or null when it is not what is wanted. */
  @FunctionalInterface
  interface Converter<T> {
    @Nullable T convert(JsonNode node);
  }

  private String pathOf(String field) {
    return path.isEmpty() ? shorten(field) : path + "." + shorten(field);
  }

  private static String show(JsonNode node) {
    return node.isTextual() ? "'" + shorten(node.textValue()) + "'" : shorten(node.toString());
  }

  static String shorten(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
