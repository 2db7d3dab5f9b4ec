package dev.bourse.master.liveness;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;

/** Who has been heard of. */
public interface Liveness {

  /**
   * How long an agent has been silent, in milliseconds. One that was never heard of counts as heard
   * when it is first asked for, so that a master that has just started condemns nobody.
   *
   * @param registration which registration of it is meant; a heartbeat of an older one does not
   *     count
   */
  long silentMillis(AgentId agent, long registration);

  /**
   * How long a framework has been silent, in milliseconds. One that was never heard of counts as
   * heard when it is first asked for, as an agent does.
   *
   * @param session which session of it is meant; a heartbeat of another one does not count
   */
  long silentMillis(FrameworkId framework, String session);
}
