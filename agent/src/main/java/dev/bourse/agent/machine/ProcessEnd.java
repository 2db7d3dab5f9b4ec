package dev.bourse.agent.machine;

import org.jspecify.annotations.Nullable;

/**
 * How a process ended.
 *
 * @param status what a shell reports, 0 to 255, 128 + n for an end by signal n; null when nobody
 *     saw it
 * @param endedAt when, in epoch milliseconds
 * @param message why nobody saw it; null when somebody did
 */
public record ProcessEnd(@Nullable Integer status, long endedAt, @Nullable String message) {

  /** The end of a process whose exit was recorded. */
  public static ProcessEnd seen(int status, long endedAt) {
    return new ProcessEnd(status, endedAt, null);
  }

  /** The end of a process that is gone without a trace. */
  public static ProcessEnd unseen(long endedAt, String message) {
    return new ProcessEnd(null, endedAt, message);
  }
}
