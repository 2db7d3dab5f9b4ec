package dev.bourse.topics.id;

import org.jspecify.annotations.Nullable;

/**
 * The id of a framework, chosen by itself and kept for its whole life: also after a restart of its
 * scheduler, which is how it takes over its tasks.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}, the first a letter or digit;
 *     anything else is an {@link IllegalArgumentException} that says so
 */
public record FrameworkId(String value) implements Comparable<FrameworkId> {

  static final int MAX_LENGTH = 64;

  /** Checks the value. */
  public FrameworkId(@Nullable String value) {
    this.value = Ids.check("framework", value, MAX_LENGTH);
  }

  /** Whether {@link #FrameworkId} would accept this value. */
  public static boolean isValid(@Nullable String value) {
    return value != null && Ids.isValid(value, MAX_LENGTH);
  }

  @Override
  public int compareTo(FrameworkId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
