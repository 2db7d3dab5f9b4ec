package dev.bourse.simulator.master;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.liveness.Heartbeat;
import java.util.TreeMap;

/** When one process of the master has heard of each agent; as the master's own, with this clock. */
final class Heard {

  private record Last(long registration, long at) {}

  private final TreeMap<String, Last> last = new TreeMap<>();

  void note(Heartbeat heartbeat, long now) {
    Last before = last.get(heartbeat.agent().value());
    if (before == null || heartbeat.registration() >= before.registration()) {
      last.put(heartbeat.agent().value(), new Last(heartbeat.registration(), now));
    }
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
