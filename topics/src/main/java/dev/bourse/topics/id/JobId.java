package dev.bourse.topics.id;

import org.jspecify.annotations.Nullable;

/**
 * The id of a job: chosen by the client, or time-ordered when generated. Unique in a cell for as
 * long as the job is remembered.
 *
 * @param value 1 to 128 characters of {@code A-Z a-z 0-9 . _ -}, the first a letter or digit;
 *     anything else is an {@link IllegalArgumentException} that says so
 */
public record JobId(String value) implements Comparable<JobId> {

  /** Characters. */
  public static final int MAX_LENGTH = 128;

  private static final String BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

  /** Checks the value. */
  public JobId(@Nullable String value) {
    this.value = Ids.check("id", value, MAX_LENGTH);
  }

  /**
   * A new id that sorts by time: ten characters of time and eight of the rest, in Crockford's base
   * 32, lower case.
   *
   * @param epochMillis when, in milliseconds since 1970
   * @param distinction tells ids of one millisecond apart; its low 40 bits count
   */
  public static JobId timeOrdered(long epochMillis, long distinction) {
    StringBuilder text = new StringBuilder(18);
    append(text, epochMillis, 10);
    append(text, distinction, 8);
    return new JobId(text.toString());
  }

  private static void append(StringBuilder text, long bits, int characters) {
    for (int i = characters - 1; i >= 0; i--) {
      text.append(BASE32.charAt((int) (bits >>> (5 * i)) & 31));
    }
  }

  /** Whether {@link #JobId} would accept this value. */
  public static boolean isValid(@Nullable String value) {
    return value != null && Ids.isValid(value, MAX_LENGTH);
  }

  @Override
  public int compareTo(JobId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
