package dev.bourse.topics.liveness;

import dev.bourse.topics.id.AgentId;
import java.util.Objects;

/**
 * An agent is alive.
 *
 * @param agent which
 * @param registration the number of the registration it believes in; 0 before its first
 */
public record Heartbeat(AgentId agent, long registration) {

  /** How often an agent sends one, in milliseconds, unless told otherwise. */
  public static final long DEFAULT_INTERVAL_MILLIS = 1_000;

  /** Checks. */
  public Heartbeat {
    Objects.requireNonNull(agent, "agent: is missing");
  }
}
