package dev.bourse.topics.framework;

import org.jspecify.annotations.Nullable;

/**
 * When a machine is to be taken out of service.
 *
 * @param startAt in epoch milliseconds
 * @param durationMillis for how long; null when it is not known
 */
public record Window(long startAt, @Nullable Long durationMillis) {

  /** Checks. */
  public Window {
    if (startAt < 0) {
      throw new IllegalArgumentException("startAt: is " + startAt + ", but must be 0 or more");
    }
    if (durationMillis != null && durationMillis <= 0) {
      throw new IllegalArgumentException(
          "durationMillis: is " + durationMillis + ", but must be more than 0");
    }
  }
}
