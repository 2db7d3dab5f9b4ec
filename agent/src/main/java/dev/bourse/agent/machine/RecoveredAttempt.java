package dev.bourse.agent.machine;

import dev.bourse.topics.command.ReportStatus;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that an earlier run of the agent left on disk.
 *
 * @param key which
 * @param startedAt when its launch was handled, in epoch milliseconds; 0 when that cannot be told
 * @param graceMillis between TERM and KILL
 * @param killRequestedAt when its end was asked for, in epoch milliseconds; null when it was not
 * @param fate what has become of it
 */
public record RecoveredAttempt(
    AttemptKey key, long startedAt, long graceMillis, @Nullable Long killRequestedAt, Fate fate) {

  /** What has become of an attempt. */
  public sealed interface Fate {

    /** Its process had not been started, and will not be. */
    record NotStarted() implements Fate {}

    /** Its process runs. */
    record Running() implements Fate {}

    /** Its process has ended. */
    record Ended(ProcessEnd end) implements Fate {}

    /** Its last report had been made already. */
    record Reported(ReportStatus report) implements Fate {}
  }
}
