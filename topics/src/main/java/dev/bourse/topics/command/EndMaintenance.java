package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import java.util.List;

/**
 * Agents are in service again.
 *
 * @param agents which
 */
public record EndMaintenance(List<AgentId> agents) implements OperatorCommand {

  /** Checks. */
  public EndMaintenance {
    agents = Calls.agents(agents);
  }
}
