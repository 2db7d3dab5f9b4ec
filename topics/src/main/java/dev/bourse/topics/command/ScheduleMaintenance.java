package dev.bourse.topics.command;

import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says when agents are to be taken out of service. Their offers say so, and frameworks that use
 * them are sent inverse offers.
 *
 * @param agents which
 * @param window when; null to call it off
 */
public record ScheduleMaintenance(List<AgentId> agents, @Nullable Window window)
    implements OperatorCommand {

  /** Checks. */
  public ScheduleMaintenance {
    agents = Calls.agents(agents);
  }
}
