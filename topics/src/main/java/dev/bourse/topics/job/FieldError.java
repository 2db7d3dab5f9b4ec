package dev.bourse.topics.job;

/**
 * What is wrong with one field.
 *
 * @param field its path in the document, for example {@code resources.cpus}; empty for the whole
 * @param message the value found and what is allowed
 */
public record FieldError(String field, String message) {

  /**
   * The refusal of a value as the error of a field, whose path takes the place of the general name
   * ({@code quantity: is …}) that the refusal begins with.
   */
  public static FieldError at(String field, IllegalArgumentException refusal) {
    return at(field, String.valueOf(refusal.getMessage()));
  }

  static FieldError at(String field, String refusal) {
    return new FieldError(field, refusal.replaceFirst("^[a-z]+: (?=is )", ""));
  }

  @Override
  public String toString() {
    return field.isEmpty() ? message : field + ": " + message;
  }
}
