package dev.bourse.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.codec.Json;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.job.FieldError;
import dev.bourse.topics.job.JobDocuments;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Quantity;
import dev.bourse.topics.resources.Resources;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a request while it is read. Every getter takes a field out of it and notes
 * what is wrong instead of throwing, so that the client sees all errors at once; {@link #close}
 * refuses it if there are any, or fields that nobody asked for.
 */
final class Body {

  private static final int MAX_ITEMS = 1_000;
  private static final int SHOWN = 60;
  private static final long MAX_SPAN = Quantity.duration("30d");

  private final String path;
  private final ObjectNode fields;
  private final List<FieldProblem> errors;
  private final Set<String> known = new LinkedHashSet<>();

  private Body(String path, ObjectNode fields, List<FieldProblem> errors) {
    this.path = path;
    this.fields = fields;
    this.errors = errors;
  }

  /**
   * Reads a body; none at all is an empty object.
   *
   * @throws ProblemException when it is no JSON object
   */
  static Body read(byte @Nullable [] json) {
    if (json == null || json.length == 0) {
      return new Body("", JsonNodeFactory.instance.objectNode(), new ArrayList<>());
    }
    if (json.length > JobDocuments.MAX_BYTES) {
      throw new ProblemException(Kind.TOO_LARGE, BodyLimit.DETAIL);
    }
    try {
      if (Json.readDocument(json) instanceof ObjectNode object) {
        return new Body("", object, new ArrayList<>());
      }
      throw malformed("the body must be a JSON object");
    } catch (JsonProcessingException e) {
      throw malformed("the body is not valid JSON: " + e.getOriginalMessage());
    }
  }

  private static ProblemException malformed(String message) {
    return new ProblemException(Kind.INVALID, message, List.of(new FieldProblem("", message)));
  }

  void error(String field, String message) {
    errors.add(new FieldProblem(field.isEmpty() ? path : path(field), message));
  }

  /** Whether the field is there, be it null. */
  boolean has(String field) {
    known.add(field);
    return fields.has(field);
  }

  private @Nullable JsonNode take(String field) {
    JsonNode node = has(field) ? fields.get(field) : null;
    return node == null || node.isNull() ? null : node;
  }

  /** A text; null when it is absent or wrong. */
  @Nullable String text(String field) {
    JsonNode node = take(field);
    if (node != null && !node.isTextual()) {
      error(field, "is " + show(node) + ", but must be a text");
      return null;
    }
    return node == null ? null : node.textValue();
  }

  /** True or false; null when it is absent or wrong. */
  @Nullable Boolean flag(String field) {
    JsonNode node = take(field);
    if (node != null && !node.isBoolean()) {
      error(field, "is " + show(node) + ", but must be true or false");
      return null;
    }
    return node == null ? null : Boolean.valueOf(node.booleanValue());
  }

  /** Milliseconds of a text like 90s; null when it is absent or wrong. */
  @Nullable Long duration(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      long millis = Quantity.duration(text);
      if (millis <= MAX_SPAN) {
        return millis;
      }
      error(field, "is '" + shorten(text) + "', but must be at most 30d");
    } catch (IllegalArgumentException e) {
      error(field, FieldError.at("", e).message());
    }
    return null;
  }

  /** Epoch milliseconds of a text in ISO 8601; null when it is absent or wrong. */
  @Nullable Long time(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      long millis = Instant.parse(text).toEpochMilli();
      if (millis >= 0) {
        return millis;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // reported below, like a time before the epoch
    }
    error(field, "is '" + shorten(text) + "', but must be a time like 2030-01-31T08:00:00Z");
    return null;
  }

  /** Thousandths of a number like 2 or "0.5" in a range; null when it is absent or wrong. */
  @Nullable Long number(String field, long min, long max) {
    JsonNode node = take(field);
    if (node == null) {
      return null;
    }
    try {
      long number = node.isNumber() || node.isTextual() ? Quantity.number(node.asText()) : -1;
      if (number >= min && number <= max) {
        return number;
      }
    } catch (IllegalArgumentException e) {
      // reported below, with the range that counts here
    }
    error(
        field,
        "is " + show(node) + ", but must be a number from " + shown(min) + " to " + shown(max));
    return null;
  }

  private static String shown(long thousandths) {
    return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
  }

  /** Amounts without reservations; null when they are absent or wrong. */
  @Nullable Quantities quantities(String field) {
    JsonNode node = take(field);
    return node == null ? null : new AmountReader(this, field).quantities(node);
  }

  /** Resources; null when they are missing or wrong. */
  @Nullable Resources resources(String field) {
    JsonNode node = take(field);
    if (node == null) {
      error(field, "is missing");
      return null;
    }
    return new AmountReader(this, field).resources(node);
  }

  /** Ids of agents, at least one. */
  List<AgentId> agents(String field) {
    List<AgentId> agents = new ArrayList<>();
    int index = 0;
    for (JsonNode node : list(field)) {
      String text = node.isTextual() ? node.textValue() : "";
      if (AgentId.isValid(text)) {
        AgentId agent = new AgentId(text);
        if (agents.contains(agent)) {
          error(field + "[" + index + "]", "is " + show(node) + " for the second time");
        }
        agents.add(agent);
      } else {
        error(field + "[" + index + "]", "is " + show(node) + ", but must be " + Params.ID_MESSAGE);
      }
      index++;
    }
    return agents;
  }

  /** A list of objects, at least one. */
  List<Body> objects(String field) {
    List<Body> bodies = new ArrayList<>();
    int index = 0;
    for (JsonNode node : list(field)) {
      String place = field + "[" + index++ + "]";
      if (node instanceof ObjectNode object) {
        bodies.add(new Body(path(place), object, errors));
      } else {
        error(place, "is " + show(node) + ", but must be an object");
      }
    }
    return bodies;
  }

  private Iterable<JsonNode> list(String field) {
    JsonNode node = take(field);
    if (node != null && node.isArray() && !node.isEmpty() && node.size() <= MAX_ITEMS) {
      return node;
    }
    String found =
        node == null
            ? "is missing"
            : node.isArray() ? "has " + node.size() + " entries" : "is " + show(node);
    error(field, found + ", but must be a list of 1 to " + MAX_ITEMS + " entries");
    return List.of();
  }

  /** Makes something of what was read; null when it is refused with {@code field: why}. */
  <T> @Nullable T make(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      int colon = message.indexOf(": ");
      String field = colon < 0 ? "" : message.substring(0, colon);
      boolean named = field.matches("[A-Za-z]+");
      error(named ? field : "", named ? message.substring(colon + 2) : message);
      return null;
    }
  }

  /** Notes the fields that nobody asked for. */
  void noteUnknown() {
    for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        String allowed =
            known.isEmpty() ? "; there is none" : "; known are " + String.join(", ", known);
        error(shorten(name), "is not a known field" + allowed);
      }
    }
  }

  boolean isValid() {
    return errors.isEmpty();
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException when anything is wrong
   */
  void close() {
    noteUnknown();
    if (!errors.isEmpty()) {
      String detail =
          String.join(
              "; ",
              errors.stream()
                  .map(e -> e.field().isEmpty() ? e.message() : e.field() + " " + e.message())
                  .toList());
      throw new ProblemException(Kind.INVALID, detail, errors);
    }
  }

  /**
   * Ends the reading of what something was made of.
   *
   * @throws ProblemException when anything is wrong
   */
  <T> T close(@Nullable T made) {
    close();
    if (made == null) {
      throw new IllegalStateException("nothing was made, and nothing is wrong");
    }
    return made;
  }

  private String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  static String show(JsonNode node) {
    return node.isTextual() ? "'" + shorten(node.textValue()) + "'" : shorten(node.toString());
  }

  static String shorten(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
