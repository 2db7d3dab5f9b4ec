package dev.bourse.topics.command;

import dev.bourse.topics.resources.Roles;
import org.jspecify.annotations.Nullable;

/** Bounds for texts in records. */
public final class Texts {

  /** Characters of the longest message for people. */
  public static final int MAX_MESSAGE = 4_096;

  private Texts() {}

  /** Refuses a text that is missing, empty or too long, naming the field. */
  public static void check(String field, @Nullable String value, int maxLength) {
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(field + ": is missing");
    }
    checkOptional(field, value, maxLength);
  }

  /** Refuses what is no role, naming the field. */
  public static void checkRole(String field, @Nullable String role) {
    if (role == null) {
      throw new IllegalArgumentException(field + ": is missing");
    }
    String problem = Roles.validate(role);
    if (problem != null) {
      throw new IllegalArgumentException(field + problem.substring(problem.indexOf(':')));
    }
  }

  /** Refuses a text that is too long, naming the field; null is none. */
  public static void checkOptional(String field, @Nullable String value, int maxLength) {
    if (value != null && value.length() > maxLength) {
      throw new IllegalArgumentException(
          field + ": has " + value.length() + " characters, but may have " + maxLength);
    }
  }
}
