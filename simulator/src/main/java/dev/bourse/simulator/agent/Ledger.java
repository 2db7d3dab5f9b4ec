package dev.bourse.simulator.agent;

import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.order.LaunchTask;

/** Who is told what really happens on machines, whatever anybody believes or reports. */
public interface Ledger {

  /** A process of an attempt starts. */
  void started(AgentId agent, LaunchTask launch);

  /** A process of an attempt is gone; with this status, as nobody but us knows it. */
  void ended(AgentId agent, AttemptKey key, int status);
}
