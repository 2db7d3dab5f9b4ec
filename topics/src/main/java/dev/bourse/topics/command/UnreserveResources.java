package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.util.Objects;

/**
 * Takes the last reservation off what is free on an agent.
 *
 * @param agent which
 * @param resources as they are
 */
public record UnreserveResources(AgentId agent, Resources resources) implements OperatorCommand {

  /** Checks. */
  public UnreserveResources {
    Objects.requireNonNull(agent, "agent: is missing");
    Calls.resources(resources);
  }
}
