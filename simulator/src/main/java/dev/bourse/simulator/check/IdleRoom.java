package dev.bourse.simulator.check;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;

/** Nobody waits for what is free, unless an allocation is still to come. */
final class IdleRoom {

  private IdleRoom() {}

  static void check(ClusterState state, Coverage coverage) {
    if (state.cell().allocationPending() || state.pending().isEmpty()) {
      return;
    }
    for (AgentRow agent : state.agents()) {
      if (agent.state() == AgentState.REGISTERED) {
        check(agent, state.free(agent.id()), state, coverage);
      }
    }
  }

  private static void check(AgentRow agent, Resources free, ClusterState state, Coverage coverage) {
    for (PendingJobs pending : state.pending().values()) {
      for (JobRow job : pending.all()) {
        if (!free.contains(job.spec().resources())) {
          continue;
        }
        if (isWithinLimit(job, state)) {
          throw new Violation(
              "%s waits for %s, and %s has %s free"
                  .formatted(job.id(), job.spec().resources(), agent.id(), free));
        }
        coverage.mark(Situation.QUOTA_HELD_A_JOB_BACK);
      }
    }
  }

  private static boolean isWithinLimit(JobRow job, ClusterState state) {
    Resources limit = state.settings().role(job.spec().role()).limit();
    if (limit == null) {
      return true;
    }
    for (String name : limit.quantities().names()) {
      long asks = job.spec().resources().quantities().get(name);
      long held = state.usedBy(job.spec().role()).get(name);
      if (asks > 0 && held + asks > limit.quantities().get(name)) {
        return false;
      }
    }
    return true;
  }
}
