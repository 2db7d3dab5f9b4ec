package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import java.util.Objects;

/**
 * An agent that was deactivated, or has been drained, is offered again.
 *
 * @param agent which
 */
public record ReactivateAgent(AgentId agent) implements OperatorCommand {

  /** Checks. */
  public ReactivateAgent {
    Objects.requireNonNull(agent, "agent: is missing");
  }
}
