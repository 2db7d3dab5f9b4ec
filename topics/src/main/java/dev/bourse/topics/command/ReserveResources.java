package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.util.Objects;

/**
 * Reserves what is free on an agent.
 *
 * @param agent which
 * @param resources as they are to be, with the new reservation on top: {@code cpus(+eng):2}
 */
public record ReserveResources(AgentId agent, Resources resources) implements OperatorCommand {

  /** Checks. */
  public ReserveResources {
    Objects.requireNonNull(agent, "agent: is missing");
    Calls.resources(resources);
  }
}
