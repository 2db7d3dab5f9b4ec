package dev.bourse.agent.loop;

import dev.bourse.agent.logs.ChunkSender;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.liveness.Heartbeat;

/**
 * What an agent says. All methods return at once, keep the order in which they are called, and
 * never throw: what does not arrive is said again by the machine.
 */
public interface Outbox extends ChunkSender {

  /** How an attempt stands. */
  void status(ReportStatus report);

  /** The agent is there. */
  void register(RegisterAgent registration);

  /** The agent leaves. */
  void deregister(DeregisterAgent deregistration);

  /** The agent is alive. */
  void heartbeat(Heartbeat heartbeat);
}
