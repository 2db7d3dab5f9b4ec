package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import java.util.List;

/**
 * Takes agents out of service: what runs there is killed and does not come back, and they are told
 * to stop and refused until {@link EndMaintenance}.
 *
 * @param agents which; each must have been scheduled
 */
public record StartMaintenance(List<AgentId> agents) implements OperatorCommand {

  /** Checks. */
  public StartMaintenance {
    agents = Calls.agents(agents);
  }
}
