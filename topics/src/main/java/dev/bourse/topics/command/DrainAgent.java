package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Empties an agent: nothing more of it is offered, and its tasks are killed. It is drained when all
 * of them have ended and their frameworks have acknowledged it. It cannot be called off before.
 *
 * @param agent which
 * @param maxGraceMillis the most that a task gets between TERM and KILL; null for its own grace; at
 *     most 30 days
 * @param deadlineMillis after how long tasks that are still there are given up; null for never, at
 *     most 30 days
 * @param markGone whether the agent is gone for ever when it is drained; null for no
 */
public record DrainAgent(
    AgentId agent,
    @Nullable Long maxGraceMillis,
    @Nullable Long deadlineMillis,
    @Nullable Boolean markGone)
    implements OperatorCommand {

  /** Checks. */
  public DrainAgent {
    Objects.requireNonNull(agent, "agent: is missing");
    Calls.span("maxGraceMillis", maxGraceMillis);
    Calls.span("deadlineMillis", deadlineMillis);
  }
}
