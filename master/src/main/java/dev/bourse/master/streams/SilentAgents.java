package dev.bourse.master.streams;

import dev.bourse.core.decide.Removals;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.master.liveness.Liveness;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.view.AgentState;
import java.time.Duration;

/**
 * Turns silence into a command. The command goes through {@code membership} like any other, so that
 * it has its place in the log and a replay needs no clock.
 */
final class SilentAgents {

  private static final long CHECKS_PER_TIMEOUT = 10;
  private static final long THOUSAND = 1_000;
  private static final long MAX_INTERVAL_MILLIS = 1_000;

  private final ClusterState state;
  private final Liveness liveness;
  private final long timeoutMillis;
  private final Outputs outputs;

  SilentAgents(ClusterState state, Liveness liveness, long timeoutMillis, Outputs outputs) {
    this.state = state;
    this.liveness = liveness;
    this.timeoutMillis = timeoutMillis;
    this.outputs = outputs;
  }

  /** How often to look. */
  Duration interval() {
    return interval(timeoutMillis);
  }

  static Duration interval(long timeoutMillis) {
    long millis = Math.max(1, timeoutMillis / CHECKS_PER_TIMEOUT);
    return Duration.ofMillis(Math.min(millis, MAX_INTERVAL_MILLIS));
  }

  /**
   * Looks. One that is reported twice does no harm: the second is rejected. What would be rejected
   * because no more agents may become unreachable for now is not reported.
   */
  void report(long now) {
    long left = left(now);
    for (AgentRow agent : state.agents()) {
      if (agent.state() == AgentState.REGISTERED) {
        // Asked of all, also when none may go: who was never heard of counts from here on.
        long silent = liveness.silentMillis(agent.id(), agent.registration());
        if (silent > timeoutMillis && left > 0) {
          outputs.report(new MarkAgentUnreachable(agent.id(), agent.registration(), silent), now);
          left--;
        }
      }
    }
  }

  private long left(long now) {
    if (!Removals.isLeft(state, now)) {
      return 0;
    }
    int perMinute = state.settings().offers().agentRemovalsPerMinute();
    return perMinute == 0
        ? Long.MAX_VALUE
        : BucketRow.creditAt(state.bucket(BucketRow.REMOVALS), now, perMinute, perMinute)
            / THOUSAND;
  }
}
