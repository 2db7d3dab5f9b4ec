package dev.bourse.simulator.workload;

import dev.bourse.topics.command.Settings;
import java.util.List;

/**
 * Everything that a cluster does not decide itself.
 *
 * @param arrivals the jobs, in order of their arrival
 * @param agents the machines that come and go, in order of time
 * @param settings what the operator has configured
 * @param launchMillis from a decision to the start of the process
 */
public record Workload(
    List<Arrival> arrivals, List<AgentChange> agents, Settings settings, long launchMillis) {

  /** Copies. */
  public Workload {
    arrivals = List.copyOf(arrivals);
    agents = List.copyOf(agents);
  }

  /** When the first thing happens, in epoch milliseconds. */
  public long begin() {
    long first = arrivals.isEmpty() ? Long.MAX_VALUE : arrivals.getFirst().at();
    return agents.isEmpty() ? first : Math.min(first, agents.getFirst().at());
  }
}
