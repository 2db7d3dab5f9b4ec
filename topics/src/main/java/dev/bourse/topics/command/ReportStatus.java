package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt. Sent at least once, until a {@code AcknowledgeStatus} with this or a
 * higher sequence number arrives.
 *
 * @param agent who reports
 * @param task which task
 * @param attempt which attempt
 * @param epoch of its launch
 * @param sequence 1 for the first report of an attempt, then one more for each; an older one than
 *     the last is ignored
 * @param state {@code STARTING}, {@code RUNNING}, {@code KILLING}, {@code FINISHED}, {@code
 *     FAILED}, {@code KILLED}, {@code DROPPED} or {@code LOST}
 * @param reason why, or null
 * @param message for people, or null; at most 4,096 characters
 * @param startedAt when the process started, in epoch milliseconds; 0 when it did not
 * @param exit how it ended; null while it has not
 */
public record ReportStatus(
    AgentId agent,
    TaskId task,
    int attempt,
    long epoch,
    long sequence,
    TaskState state,
    @Nullable Reason reason,
    @Nullable String message,
    long startedAt,
    @Nullable TaskExit exit)
    implements Command {

  /** What an agent can know. */
  private static final Set<TaskState> REPORTED =
      Collections.unmodifiableSet(
          EnumSet.of(
              TaskState.STARTING,
              TaskState.RUNNING,
              TaskState.KILLING,
              TaskState.FINISHED,
              TaskState.FAILED,
              TaskState.KILLED,
              TaskState.DROPPED,
              TaskState.LOST));

  /** Checks. */
  public ReportStatus {
    Objects.requireNonNull(agent, "agent: is missing");
    Objects.requireNonNull(task, "task: is missing");
    Objects.requireNonNull(state, "state: is missing");
    Texts.checkOptional("message", message, Texts.MAX_MESSAGE);
    if (!REPORTED.contains(state)) {
      throw new IllegalArgumentException(
          "state: is " + state + ", but an agent reports one of " + REPORTED);
    }
    if (state.isTerminal() && exit == null) {
      throw new IllegalArgumentException("exit: is missing, but " + state + " is terminal");
    }
  }
}
