package dev.bourse.topics.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
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

  private Explanation() {}

  static String of(Exception e) {
    return switch (e) {
      case ValueInstantiationException inner when inner.getCause() != null ->
          (inner.getPath().isEmpty() ? "" : path(inner) + ".") + inner.getCause().getMessage();
      case JsonMappingException root when root.getPath().isEmpty() -> NO_OBJECT;
      case InvalidNullException missing -> path(missing) + ": is missing";
      case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
          path(mismatch) + ": must be " + allowed(mismatch.getTargetType());
      case JsonMappingException other -> path(other) + ": " + other.getOriginalMessage();
      case JsonProcessingException syntax ->
          "the record is not valid JSON: " + syntax.getOriginalMessage();
      default -> "the record is not valid JSON: " + e.getMessage();
    };
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
