package dev.bourse.topics.job;

/**
 * What is wrong with one field.
 *
 * @param field its path in the document, for example {@code resources.cpus}; empty for the whole
 * @param message the value found and what is allowed
 */
public record FieldError(String field, String message) {

  @Override
  public String toString() {
    return field.isEmpty() ? message : field + ": " + message;
  }
}
