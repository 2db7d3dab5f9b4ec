package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import java.util.Objects;

/**
 * The operator swears that an agent is gone for ever: its tasks are {@code GONE_BY_OPERATOR}, and
 * should it come back under this id it is told to stop.
 *
 * @param agent which
 */
public record MarkAgentGone(AgentId agent) implements OperatorCommand {

  /** Checks. */
  public MarkAgentGone {
    Objects.requireNonNull(agent, "agent: is missing");
  }
}
