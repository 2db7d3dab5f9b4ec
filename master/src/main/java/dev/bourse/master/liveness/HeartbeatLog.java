package dev.bourse.master.liveness;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.liveness.Heartbeat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** When each agent was heard of last. Thread-safe; nothing of it outlives the process. */
public final class HeartbeatLog implements Liveness {

  private final Map<AgentId, Heard> heard = new ConcurrentHashMap<>();
  private final LongSupplier clock;

  /**
   * An empty log.
   *
   * @param clock monotonic, in milliseconds
   */
  public HeartbeatLog(LongSupplier clock) {
    this.clock = clock;
  }

  /** Notes a sign of life. */
  public void note(Heartbeat heartbeat) {
    Heard now = new Heard(heartbeat.registration(), clock.getAsLong());
    heard.merge(
        heartbeat.agent(),
        now,
        (before, latest) -> latest.registration() >= before.registration() ? latest : before);
  }

  @Override
  public long silentMillis(AgentId agent, long registration) {
    long now = clock.getAsLong();
    Heard last =
        heard.compute(
            agent,
            (id, before) ->
                before == null || before.registration() < registration
                    ? new Heard(registration, now)
                    : before);
    return now - last.at();
  }

  private record Heard(long registration, long at) {}
}
