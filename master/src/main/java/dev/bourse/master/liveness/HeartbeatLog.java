package dev.bourse.master.liveness;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.liveness.Heartbeat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * When each agent and each framework was heard of last. Thread-safe; nothing of it outlives the
 * process.
 */
public final class HeartbeatLog implements Liveness {

  /** Sessions come and go; one that nobody has spoken in or asked for is not kept any longer. */
  static final long MEMORY_MILLIS = 600_000;

  private final Map<AgentId, Heard> heard = new ConcurrentHashMap<>();
  private final Map<Session, Spoken> spoken = new ConcurrentHashMap<>();
  private final LongSupplier clock;
  private volatile long swept;

  /**
   * An empty log.
   *
   * @param clock monotonic, in milliseconds
   */
  public HeartbeatLog(LongSupplier clock) {
    this.clock = clock;
    this.swept = clock.getAsLong();
  }

  /** Notes a sign of life. */
  public void note(Heartbeat heartbeat) {
    Heard now = new Heard(heartbeat.registration(), clock.getAsLong());
    heard.merge(
        heartbeat.agent(),
        now,
        (before, latest) -> latest.registration() >= before.registration() ? latest : before);
  }

  /** Notes a sign of life. */
  public void note(FrameworkHeartbeat heartbeat) {
    long now = clock.getAsLong();
    spoken.put(new Session(heartbeat.framework(), heartbeat.session()), new Spoken(now, now));
    if (now - swept >= MEMORY_MILLIS) {
      swept = now;
      spoken.values().removeIf(session -> now - session.asked() >= MEMORY_MILLIS);
    }
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

  @Override
  public long silentMillis(FrameworkId framework, String session) {
    long now = clock.getAsLong();
    Spoken last =
        spoken.compute(
            new Session(framework, session),
            (id, before) -> new Spoken(before == null ? now : before.at(), now));
    return now - last.at();
  }

  int sessions() {
    return spoken.size();
  }

  private record Heard(long registration, long at) {}

  private record Session(FrameworkId framework, String session) {}

  /** The last sign of life in a session, and the last time that anybody cared. */
  private record Spoken(long at, long asked) {}
}
