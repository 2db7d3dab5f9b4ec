package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Empties an agent: nothing more of it is offered, and its tasks are killed. It is drained when all
 * of them have ended and their frameworks have acknowledged it. It cannot be called off before.
 *
 * @param agent which
 * @param maxGraceMillis the most that a task gets between TERM and KILL; null for its own grace
 * @param deadlineMillis after how long tasks that are still there are given up; null for never
 * @param markGone whether the agent is gone for ever when it is drained; null for no
 */
public record DrainAgent(
    AgentId agent,
    @Nullable Long maxGraceMillis,
    @Nullable Long deadlineMillis,
    @Nullable Boolean markGone)
    implements OperatorCommand {

  private static final long MAX_MILLIS = 30L * 24 * 3_600_000;

  /** Checks. */
  public DrainAgent {
    Objects.requireNonNull(agent, "agent: is missing");
    checkSpan("maxGraceMillis", maxGraceMillis);
    checkSpan("deadlineMillis", deadlineMillis);
  }

  private static void checkSpan(String field, @Nullable Long millis) {
    if (millis != null && (millis < 0 || millis > MAX_MILLIS)) {
      throw new IllegalArgumentException(
          field + ": is " + millis + ", but must be 0 to " + MAX_MILLIS);
    }
  }
}
