package dev.bourse.topics.task;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param exitCode 0 to 255 as a shell reports it (128 + signal for an end by signal); null when
 *     nothing ran or nobody saw it
 * @param signal the number of the signal that ended it, or null
 * @param startedAt when the process started, in epoch milliseconds; 0 when it never did
 * @param endedAt when it was seen to have ended, in epoch milliseconds
 */
public record TaskExit(
    @Nullable Integer exitCode, @Nullable Integer signal, long startedAt, long endedAt) {

  /** The end of something that never ran or was never seen to end. */
  public static TaskExit unseen(long startedAt, long endedAt) {
    return new TaskExit(null, null, startedAt, endedAt);
  }
}
