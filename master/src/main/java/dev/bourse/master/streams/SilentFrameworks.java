package dev.bourse.master.streams;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.master.liveness.Liveness;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.id.FrameworkId;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns the silence of frameworks into commands, as {@link SilentAgents} does that of agents. They
 * go through {@code accepts}, where the framework's own calls are.
 */
final class SilentFrameworks {

  private final ClusterState state;
  private final Liveness liveness;
  private final long timeoutMillis;
  private final Outputs outputs;

  /** What was reported and has not changed anything yet. */
  private SortedMap<FrameworkId, Reported> reported = new TreeMap<>();

  SilentFrameworks(ClusterState state, Liveness liveness, long timeoutMillis, Outputs outputs) {
    this.state = state;
    this.liveness = liveness;
    this.timeoutMillis = timeoutMillis;
    this.outputs = outputs;
  }

  /** How often to look. */
  Duration interval() {
    return SilentAgents.interval(timeoutMillis);
  }

  /** Looks. The same silence is reported once in each timeout. */
  void report(long now) {
    SortedMap<FrameworkId, Reported> silent = new TreeMap<>();
    for (FrameworkRow framework : state.frameworks()) {
      if (framework.isConnected()) {
        long millis = liveness.silentMillis(framework.id(), framework.session());
        if (millis > timeoutMillis) {
          silent.put(framework.id(), report(framework, millis, now));
        }
      }
    }
    reported = silent;
  }

  private Reported report(FrameworkRow framework, long millis, long now) {
    Reported before = reported.get(framework.id());
    if (before != null && before.covers(framework.session(), millis, timeoutMillis)) {
      return before;
    }
    outputs.report(
        new DisconnectFramework(
            framework.id(), framework.session(), "was not heard of for " + millis + " ms"),
        now);
    return new Reported(framework.session(), millis);
  }

  private record Reported(String session, long millis) {

    boolean covers(String now, long silent, long timeout) {
      return session.equals(now) && silent >= millis && silent - millis < timeout;
    }
  }
}
