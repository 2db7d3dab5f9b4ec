package dev.bourse.topics.id;

import org.jspecify.annotations.Nullable;

/**
 * The id of an agent, kept across its restarts.
 *
 * @param value 1 to 128 characters of {@code A-Z a-z 0-9 . _ -}, the first a letter or digit;
 *     anything else is an {@link IllegalArgumentException} that says so
 */
public record AgentId(String value) implements Comparable<AgentId> {

  private static final int MAX_LENGTH = 128;

  /** Checks the value. */
  public AgentId(@Nullable String value) {
    this.value = Ids.check("agent", value, MAX_LENGTH);
  }

  /** Whether {@link #AgentId} would accept this value. */
  public static boolean isValid(@Nullable String value) {
    return value != null && Ids.isValid(value, MAX_LENGTH);
  }

  @Override
  public int compareTo(AgentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
