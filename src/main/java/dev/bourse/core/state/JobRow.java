package dev.bourse.core.state;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.task.Attempt;
import dev.bourse.topics.task.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that is not over (or is just being ended).
 *
 * @param id its id
 * @param spec what the user wants
 * @param fingerprint of the document
 * @param progress how far it is
 * @param history attempts that are over, oldest first; at most the last {@value #MAX_HISTORY}
 * @param submittedAt in epoch milliseconds
 * @param queueOrder its place among jobs of its role and priority
 * @param position of the newest submission record that is known here, {@code partition:offset}
 */
public record JobRow(
    JobId id,
    JobSpec spec,
    String fingerprint,
    Progress progress,
    List<Attempt> history,
    long submittedAt,
    long queueOrder,
    String position)
    implements Row {

  /** How many attempts a job remembers. */
  public static final int MAX_HISTORY = 20;

  /** Copies. */
  public JobRow {
    history = List.copyOf(history);
  }

  /**
   * How far a job is.
   *
   * @param phase what it waits for
   * @param state where it stands, for its user
   * @param attempts how many attempts have been launched
   * @param failures how many of them count against its retries
   * @param cancelling whether its end has been asked for
   * @param startedAt when its first process started, in epoch milliseconds; 0 before
   * @param endedAt in epoch milliseconds; 0 before
   * @param retryAt before when no attempt starts, in epoch milliseconds; 0 when it need not wait
   * @param reason why it is where it is, or null
   * @param message for people, or null
   */
  public record Progress(
      Phase phase,
      JobState state,
      int attempts,
      int failures,
      boolean cancelling,
      long startedAt,
      long endedAt,
      long retryAt,
      @Nullable Reason reason,
      @Nullable String message) {

    /** Where every job begins. */
    public static final Progress QUEUED =
        new Progress(Phase.PENDING, JobState.QUEUED, 0, 0, false, 0, 0, 0, null, null);

    /** With its next attempt launched. */
    public Progress launched() {
      return new Progress(
          Phase.PLACED, state, attempts + 1, failures, cancelling, startedAt, 0, 0, null, null);
    }

    /** With its process running. */
    public Progress running(long since) {
      long first = startedAt == 0 ? since : startedAt;
      return new Progress(
          phase, JobState.RUNNING, attempts, failures, cancelling, first, 0, 0, reason, message);
    }

    /** With its end asked for; of several requests the last that says why is remembered. */
    public Progress asCancelling(@Nullable String why) {
      String known = why == null && cancelling ? message : why;
      return new Progress(
          phase, state, attempts, failures, true, startedAt, endedAt, retryAt, reason, known);
    }

    /** With its attempt over and another to come at a time. */
    public Progress requeued(long at, boolean counts, @Nullable Reason why, @Nullable String text) {
      int counted = counts ? failures + 1 : failures;
      return new Progress(
          Phase.BACKING_OFF,
          JobState.QUEUED,
          attempts,
          counted,
          cancelling,
          startedAt,
          0,
          at,
          why,
          text);
    }

    /** With its back-off over. */
    public Progress retryDue() {
      return new Progress(
          Phase.PENDING, state, attempts, failures, cancelling, startedAt, 0, 0, reason, message);
    }

    /** Over. */
    public Progress ended(JobState how, long at, @Nullable Reason why, @Nullable String text) {
      return new Progress(
          Phase.ENDED, how, attempts, failures, cancelling, startedAt, at, 0, why, text);
    }
  }

  /** What a job waits for. */
  public enum Phase {
    /** For resources. */
    PENDING,
    /** For its back-off to end. */
    BACKING_OFF,
    /** For its attempt to end. */
    PLACED,
    /** For nothing any more. */
    ENDED
  }

  @Override
  public RowKey key() {
    return keyOf(id);
  }

  /** The key of a job. */
  public static RowKey keyOf(JobId id) {
    return new RowKey(Table.JOBS, id.value());
  }

  /** The id of its one task. */
  public TaskId task() {
    return TaskId.of(id, 0);
  }

  /** Whether it waits for resources. */
  public boolean isPending() {
    return progress.phase() == Phase.PENDING;
  }

  /** Further on. */
  public JobRow withProgress(Progress newProgress) {
    return new JobRow(
        id, spec, fingerprint, newProgress, history, submittedAt, queueOrder, position);
  }

  /** Asked for again. */
  public JobRow withPosition(String newPosition) {
    return new JobRow(
        id, spec, fingerprint, progress, history, submittedAt, queueOrder, newPosition);
  }

  /** With one more attempt behind it. */
  public JobRow withHistory(List<Attempt> newHistory) {
    return new JobRow(
        id, spec, fingerprint, progress, newHistory, submittedAt, queueOrder, position);
  }

  /** Since when it waits for resources at the longest, in epoch milliseconds. */
  public long waitingSince() {
    Attempt last = lastAttempt();
    return last == null ? submittedAt : Math.max(submittedAt, last.exit().endedAt());
  }

  /** The attempt that ended last, or null. */
  public @Nullable Attempt lastAttempt() {
    return history.isEmpty() ? null : history.getLast();
  }
}
