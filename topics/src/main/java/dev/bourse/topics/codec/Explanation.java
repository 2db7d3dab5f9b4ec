package dev.bourse.topics.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a record could not be read, in our words: the path of the field, and what it must be. */
final class Explanation {

  static final String NO_OBJECT = "the record must be one JSON object and nothing else";

  private static final int SHOWN = 40;

  private Explanation() {}

  static String of(Exception e) {
    return switch (e) {
      case ValueInstantiationException inner when inner.getCause() != null ->
          (inner.getPath().isEmpty() ? "" : path(inner) + ".") + inner.getCause().getMessage();
      case JsonMappingException root when root.getPath().isEmpty() -> NO_OBJECT;
      case InvalidNullException missing -> path(missing) + ": is missing";
      case InvalidFormatException wrong when wrong.getTargetType() != null ->
          path(wrong)
              + ": is "
              + show(wrong.getValue())
              + ", but must be "
              + allowed(wrong.getTargetType());
      case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
          path(mismatch) + ": must be " + allowed(mismatch.getTargetType());
      case JsonMappingException number
          when number.getCause() instanceof InputCoercionException range ->
          path(number)
              + ": is out of range, but must be a whole number of at most "
              + (range.getTargetType() == int.class ? Integer.SIZE : Long.SIZE)
              + " bits";
      case JsonMappingException other -> path(other) + ": " + other.getOriginalMessage();
      case JsonProcessingException syntax ->
          "the record is not valid JSON: "
              + syntax.getOriginalMessage().replaceAll(", from `[^`]*`", "");
      default -> "the record is not valid JSON: " + e.getMessage();
    };
  }

  private static String show(@Nullable Object value) {
    String text = String.valueOf(value);
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return value instanceof String ? "'" + shown + "'" : shown;
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (Reference reference : e.getPath()) {
      String field = reference.getFieldName();
      if (field == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(field);
      }
    }
    return path.toString();
  }

  private static String allowed(Class<?> type) {
    if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    Object @Nullable [] words = type.getEnumConstants();
    if (words != null) {
      return "one of "
          + Arrays.stream(words).map(Object::toString).collect(Collectors.joining(", "));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return type == String.class ? "a text" : "an object";
  }
}
