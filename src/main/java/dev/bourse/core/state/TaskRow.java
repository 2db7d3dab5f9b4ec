package dev.bourse.core.state;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * The attempt of a task that is not over (or is just being ended).
 *
 * @param id the task
 * @param job whose; null for the task of a framework
 * @param attempt which attempt
 * @param epoch of its launch
 * @param agent where
 * @param role who pays
 * @param resources what is set aside for it
 * @param status what is known of it
 * @param launchedAt when the launch was decided, in epoch milliseconds
 * @param killReason why it was told to end; null when it was not
 * @param terms what a framework wants of its task; null for the task of a job, whose document says
 *     it
 * @param killMessage why it was told to end, for people; null when the reason says it
 */
public record TaskRow(
    TaskId id,
    @Nullable JobId job,
    int attempt,
    long epoch,
    AgentId agent,
    String role,
    Resources resources,
    Status status,
    long launchedAt,
    @Nullable Reason killReason,
    @Nullable Terms terms,
    @Nullable String killMessage)
    implements Row {

  /**
   * What is known of an attempt.
   *
   * @param state where it stands
   * @param sequence of the last report
   * @param reason why, or null
   * @param message for people, or null
   * @param startedAt when the process started, in epoch milliseconds; 0 before
   * @param timeoutAt when it has run for too long, in epoch milliseconds; 0 for never
   * @param exit how it ended, or null
   */
  public record Status(
      TaskState state,
      long sequence,
      @Nullable Reason reason,
      @Nullable String message,
      long startedAt,
      long timeoutAt,
      @Nullable TaskExit exit) {

    /** Where every attempt begins. */
    public static final Status STAGING = new Status(TaskState.STAGING, 0, null, null, 0, 0, null);

    private Status withoutTimeout() {
      return new Status(state, sequence, reason, message, startedAt, 0, exit);
    }
  }

  /**
   * What a framework wants of its task.
   *
   * @param framework whose
   * @param killGraceMillis between TERM and KILL
   * @param maxCompletionMillis how long it may run; 0 for ever
   * @param preemptible whether it may be stopped for more urgent work
   * @param group the epoch of the first task of its group, with which it ends; 0 when it is in none
   */
  public record Terms(
      FrameworkId framework,
      long killGraceMillis,
      long maxCompletionMillis,
      boolean preemptible,
      long group) {}

  @Override
  public RowKey key() {
    return keyOf(id);
  }

  /** The key of a task. */
  public static RowKey keyOf(TaskId id) {
    return new RowKey(Table.TASKS, id.value());
  }

  /** The state it is in. */
  public TaskState state() {
    return status.state();
  }

  /** The framework that launched it; null for the job service. */
  public @Nullable FrameworkId framework() {
    return terms == null ? null : terms.framework();
  }

  /** With news. */
  public TaskRow withStatus(Status newStatus) {
    return new TaskRow(
        id,
        job,
        attempt,
        epoch,
        agent,
        role,
        resources,
        newStatus,
        launchedAt,
        killReason,
        terms,
        killMessage);
  }

  /** Told to end, and so without a timeout. */
  public TaskRow withKillReason(Reason reason, @Nullable String message) {
    return new TaskRow(
        id,
        job,
        attempt,
        epoch,
        agent,
        role,
        resources,
        status.withoutTimeout(),
        launchedAt,
        reason,
        terms,
        message);
  }
}
