package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import java.util.Objects;

/**
 * The liveness monitor has not heard of an agent for too long.
 *
 * @param agent which
 * @param registration the registration it was silent in; a newer one makes this command void
 * @param silentMillis for how long
 */
public record MarkAgentUnreachable(AgentId agent, long registration, long silentMillis)
    implements Command {

  /** Checks. */
  public MarkAgentUnreachable {
    Objects.requireNonNull(agent, "agent: is missing");
  }
}
