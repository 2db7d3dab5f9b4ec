package dev.bourse.simulator.master;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.liveness.Heartbeat;
import java.util.TreeMap;

/**
 * When one process of the master has heard of each agent and framework; as the master's own, with
 * this clock.
 */
final class Heard {

  private record Session(String name, long at) {}

  private final TreeMap<String, Session> sessions = new TreeMap<>();

  private record Last(long registration, long at) {}

  private final TreeMap<String, Last> last = new TreeMap<>();

  void note(Heartbeat heartbeat, long now) {
    Last before = last.get(heartbeat.agent().value());
    if (before == null || heartbeat.registration() >= before.registration()) {
      last.put(heartbeat.agent().value(), new Last(heartbeat.registration(), now));
    }
  }

  void note(FrameworkHeartbeat heartbeat, long now) {
    sessions.put(heartbeat.framework().value(), new Session(heartbeat.session(), now));
  }

  /** The process has ended: it has heard of nobody when it is back. */
  void forget() {
    sessions.clear();
    last.clear();
  }

  /** How long a framework has been silent in its session; one that is new counts as heard now. */
  long silentMillis(FrameworkId framework, String session, long now) {
    Session known = sessions.get(framework.value());
    if (known == null || !known.name().equals(session)) {
      sessions.put(framework.value(), new Session(session, now));
      return 0;
    }
    return now - known.at();
  }

  /** How long an agent has been silent; one that is new here counts as heard now. */
  long silentMillis(AgentId agent, long registration, long now) {
    Last known = last.get(agent.value());
    if (known == null || known.registration() < registration) {
      last.put(agent.value(), new Last(registration, now));
      return 0;
    }
    return now - known.at();
  }
}
