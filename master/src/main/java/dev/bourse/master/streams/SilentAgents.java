package dev.bourse.master.streams;

import dev.bourse.core.state.AgentRow;
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
    long millis = Math.max(1, timeoutMillis / CHECKS_PER_TIMEOUT);
    return Duration.ofMillis(Math.min(millis, MAX_INTERVAL_MILLIS));
  }

  /** Looks. One that is reported twice does no harm: the second is rejected. */
  void report(long now) {
    for (AgentRow agent : state.agents()) {
      if (agent.state() == AgentState.REGISTERED) {
        long silent = liveness.silentMillis(agent.id(), agent.registration());
        if (silent > timeoutMillis) {
          outputs.report(new MarkAgentUnreachable(agent.id(), agent.registration(), silent), now);
        }
      }
    }
  }
}
