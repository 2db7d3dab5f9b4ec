package dev.bourse.simulator.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an object, each of a kind that is known. */
final class Fields {

  private static final long THOUSAND = 1_000;

  private final String path;
  private final JsonNode node;

  Fields(String path, JsonNode node, String... known) {
    this.path = path;
    this.node = node;
    if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
      throw new IllegalArgumentException(
          (path.isEmpty() ? "the document" : path) + ": is " + node + ", but must be an object");
    }
    Set<String> names = new TreeSet<>(List.of(known));
    for (var field : node.properties()) {
      if (!names.contains(field.getKey())) {
        throw new IllegalArgumentException(
            at(field.getKey()) + ": is unknown; there is " + String.join(", ", known));
      }
    }
  }

  /** Where it stands in the document. */
  String path() {
    return path;
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  IllegalArgumentException error(String name, String problem) {
    return new IllegalArgumentException(at(name) + ": " + problem);
  }

  private IllegalArgumentException wrong(String name, String allowed) {
    return error(name, "is " + node.path(name) + ", but must be " + allowed);
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  Fields object(String name, String... known) {
    return new Fields(at(name), has(name) ? node.get(name) : MissingNode.getInstance(), known);
  }

  List<Fields> list(String name, String... known) {
    List<Fields> items = new ArrayList<>();
    if (has(name)) {
      if (!node.get(name).isArray()) {
        throw wrong(name, "a list");
      }
      for (JsonNode item : node.get(name)) {
        items.add(new Fields(at(name) + "[" + items.size() + "]", item, known));
      }
    }
    return items;
  }

  /** What follows for each name that the user has chosen. */
  SortedMap<String, Fields> map(String name, String... known) {
    SortedMap<String, Fields> items = new TreeMap<>();
    if (has(name)) {
      if (!node.get(name).isObject()) {
        throw wrong(name, "an object");
      }
      for (var field : node.get(name).properties()) {
        items.put(
            field.getKey(), new Fields(at(name) + "." + field.getKey(), field.getValue(), known));
      }
    }
    return items;
  }

  @Nullable String text(String name) {
    if (!has(name)) {
      return null;
    }
    if (!node.get(name).isValueNode()) {
      throw wrong(name, "a text");
    }
    return node.get(name).asText();
  }

  Set<String> texts(String name) {
    Set<String> texts = new TreeSet<>();
    if (has(name)) {
      if (!node.get(name).isArray()) {
        throw wrong(name, "a list of names");
      }
      node.get(name).forEach(item -> texts.add(item.asText()));
    }
    return texts;
  }

  long number(String name, long otherwise, long least, long most) {
    if (!has(name)) {
      return otherwise;
    }
    JsonNode value = node.get(name);
    if (!value.isIntegralNumber() || value.asLong() < least || value.asLong() > most) {
      throw wrong(name, "a whole number from " + least + " to " + most);
    }
    return value.asLong();
  }

  long thousandths(String name, long otherwise, double most) {
    if (!has(name)) {
      return otherwise;
    }
    JsonNode value = node.get(name);
    if (!value.isNumber() || value.asDouble() <= 0 || value.asDouble() > most) {
      throw wrong(name, "a number above 0, at most " + (long) most);
    }
    return Math.round(value.asDouble() * THOUSAND);
  }

  @Nullable Resources resources(String name) {
    return parsed(name, Resources::parse);
  }

  @Nullable Quantities quantities(String name) {
    return parsed(name, Quantities::parse);
  }

  private <T> @Nullable T parsed(String name, Function<String, T> parser) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw error(name, String.valueOf(e.getMessage()));
    }
  }
}
