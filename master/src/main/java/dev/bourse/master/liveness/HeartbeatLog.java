package dev.bourse.master.liveness;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.liveness.Heartbeat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** When each agent was heard of last. Thread-safe; nothing of it outlives the process. */
public final class HeartbeatLog implements Liveness {

  private static final long FORGET_AFTER_MILLIS = 3_600_000;

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

  /** Forgets agents that nobody has heard of or asked for in an hour. */
  public void prune() {
    long limit = clock.getAsLong() - FORGET_AFTER_MILLIS;
    heard.values().removeIf(last -> last.at() < limit);
  }

  private record Heard(long registration, long at) {}
}
