package dev.bourse.gateway.view;

import java.util.regex.Pattern;

/**
 * The place of a record in its topic: the token that a client gets for what it wrote.
 *
 * @param partition from 0
 * @param offset from 0
 */
public record Position(int partition, long offset) {

  /** What {@link #parse} accepts. */
  public static final String FORMAT = "[0-9]{1,5}:[0-9]{1,18}";

  private static final Pattern PATTERN = Pattern.compile(FORMAT);

  /**
   * Reads {@code partition:offset}.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static Position parse(String text) {
    if (!PATTERN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "position: is '" + text + "', but must be PARTITION:OFFSET, for example 0:12");
    }
    int colon = text.indexOf(':');
    return new Position(
        Integer.parseInt(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }

  /** Whether this is the other position, or a later one of the same partition. */
  public boolean isAtLeast(Position other) {
    return partition == other.partition && offset >= other.offset;
  }

  @Override
  public String toString() {
    return partition + ":" + offset;
  }
}
