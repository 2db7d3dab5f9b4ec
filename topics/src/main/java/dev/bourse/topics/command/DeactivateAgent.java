package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import java.util.Objects;

/**
 * Nothing more of an agent is offered; its tasks go on.
 *
 * @param agent which
 */
public record DeactivateAgent(AgentId agent) implements OperatorCommand {

  /** Checks. */
  public DeactivateAgent {
    Objects.requireNonNull(agent, "agent: is missing");
  }
}
