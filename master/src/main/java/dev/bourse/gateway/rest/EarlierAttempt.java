package dev.bourse.gateway.rest;

import dev.bourse.topics.task.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that was followed by another.
 *
 * @param attempt 1 for the first
 * @param agent where
 * @param state a terminal state
 * @param reason why, where the state alone does not say it
 * @param message for people
 * @param exitCode 0 to 255 as a shell reports it
 * @param signal that ended it
 * @param startedAt when the process started
 * @param endedAt when it was seen to have ended
 */
public record EarlierAttempt(
    int attempt,
    String agent,
    String state,
    @Nullable String reason,
    @Nullable String message,
    @Nullable Integer exitCode,
    @Nullable Integer signal,
    @Nullable String startedAt,
    @Nullable String endedAt) {

  static EarlierAttempt of(Attempt attempt) {
    return new EarlierAttempt(
        attempt.attempt(),
        attempt.agent().value(),
        attempt.state().name(),
        attempt.reason() == null ? null : attempt.reason().name(),
        attempt.message(),
        attempt.exit().exitCode(),
        attempt.exit().signal(),
        Times.showUnlessZero(attempt.exit().startedAt()),
        Times.showUnlessZero(attempt.exit().endedAt()));
  }
}
