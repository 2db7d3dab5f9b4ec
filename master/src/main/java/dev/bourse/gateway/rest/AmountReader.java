package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.topics.job.FieldError;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Quantity;
import dev.bourse.topics.resources.Resources;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts as people write them: as text, {@code "cpus:8;memory:16384"}, or as {@link Amounts}
 * shows them, {@code {"cpus":8,"memory":"16Gi"}}.
 */
final class AmountReader {

  private static final int MAX_LENGTH = 4_096;
  private static final int MAX_DIGITS = 64;
  private static final int PLACES = 3;
  private static final String ALLOWED =
      "a text like 'cpus:8;memory:16384' or an object like {\"cpus\":8,\"memory\":\"16Gi\"}";

  private final Body body;
  private final String field;

  AmountReader(Body body, String field) {
    this.body = body;
    this.field = field;
  }

  @Nullable Quantities quantities(JsonNode node) {
    return read(node, Quantities::parse, Quantities.EMPTY, Quantities::plus);
  }

  @Nullable Resources resources(JsonNode node) {
    return read(node, Resources::parse, Resources.EMPTY, Resources::plus);
  }

  private <T> @Nullable T read(
      JsonNode node, Function<String, T> parse, T none, BiFunction<T, T, T> plus) {
    if (node.isTextual() && node.textValue().length() <= MAX_LENGTH) {
      return parsed(field, node.textValue(), parse);
    }
    if (!node.isObject()) {
      body.error(field, "is " + Body.show(node) + ", but must be " + ALLOWED);
      return null;
    }
    T sum = none;
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String path = field + "." + Body.shorten(entry.getKey());
      String text = entry(path, entry.getKey(), entry.getValue());
      T part = text == null ? null : parsed(path, text, parse);
      if (part != null) {
        sum = plus.apply(sum, part);
      }
    }
    return sum;
  }

  private <T> @Nullable T parsed(String path, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      body.error(path, FieldError.at("", e).message());
      return null;
    }
  }

  /** In the text form. */
  private @Nullable String entry(String path, String name, JsonNode value) {
    if (name.indexOf(';') >= 0) {
      body.error(path, "is no name of a resource");
      return null;
    }
    try {
      return name + ":" + (value.isTextual() ? amount(name, value.textValue()) : number(value));
    } catch (IllegalArgumentException e) {
      body.error(path, FieldError.at("", e).message());
      return null;
    }
  }

  private static String amount(String name, String text) {
    String stripped = text.strip();
    if (stripped.startsWith("[") || stripped.startsWith("{")) {
      return stripped;
    }
    String bare = name.replaceFirst("\\(.*", "");
    boolean isSize = bare.equals(Resources.MEMORY) || bare.equals(Resources.DISK);
    long thousandths = isSize ? Quantity.mebibytes(text) : Quantity.number(text);
    return BigDecimal.valueOf(thousandths, PLACES).toPlainString();
  }

  /** Spelled out, 1e400000000 would take all memory. */
  private static String number(JsonNode node) {
    if (!node.isNumber() || Math.abs((long) node.decimalValue().scale()) > MAX_DIGITS) {
      throw new IllegalArgumentException(
          "is " + Body.show(node) + ", but must be a number or a text");
    }
    return node.decimalValue().toPlainString();
  }
}
