package dev.bourse.master.liveness;

import dev.bourse.topics.id.AgentId;

/** Who has been heard of. */
@FunctionalInterface
public interface Liveness {

  /**
   * How long an agent has been silent, in milliseconds. One that was never heard of counts as heard
   * when it is first asked for, so that a master that has just started condemns nobody.
   *
   * @param registration which registration of it is meant; a heartbeat of an older one does not
   *     count
   */
  long silentMillis(AgentId agent, long registration);
}
