package dev.bourse.simulator.check;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.FrameworkState;
import dev.bourse.topics.view.Upkeep;

/** Nobody waits for what is free, unless an allocation is still to come. */
final class IdleRoom {

  private final Rulebook rules;
  private final Coverage coverage;

  IdleRoom(Rulebook rules, Coverage coverage) {
    this.rules = rules;
    this.coverage = coverage;
  }

  void check(ClusterState state) {
    // What is kept for some may be free though others wait for it.
    if (state.cell().allocationPending()
        || state.pending().isEmpty()
        || rules.guaranteesAnything()) {
      return;
    }
    for (AgentRow agent : state.agents()) {
      Resources free = rules.free(agent.id(), state);
      if (isThere(agent) && isWorthAnOffer(free, state)) {
        check(agent, free, state);
      }
    }
  }

  /** Crumbs are left alone, unless some framework has said that it can use less. */
  private boolean isWorthAnOffer(Resources free, ClusterState state) {
    return Wishes.isEnough(rules.scheduling().minAllocatable(), free)
        || state.frameworks().stream()
            .filter(framework -> framework.state() == FrameworkState.CONNECTED)
            .flatMap(framework -> framework.info().roles().stream())
            .anyMatch(role -> role.minAllocatable() != null);
  }

  /** Whether anything of an agent may be given to anybody. */
  static boolean isThere(AgentRow agent) {
    Upkeep care = agent.care();
    return agent.state() == AgentState.REGISTERED
        && !care.deactivated()
        && !care.down()
        && care.drain() == null;
  }

  private void check(AgentRow agent, Resources free, ClusterState state) {
    for (var queue : state.pending().entrySet()) {
      check(agent, free, queue.getKey(), queue.getValue(), state);
    }
  }

  private void check(
      AgentRow agent, Resources free, String role, PendingJobs pending, ClusterState state) {
    Resources open = Wishes.flat(Rulebook.usable(role, free));
    Resources room = Wishes.flat(rules.within(role, free, state));
    HoldRow hold = state.hold(agent.id());
    for (JobRow job : pending.all()) {
      Resources left = hold == null || job.id().equals(hold.job()) ? room : Room.beside(hold, room);
      if (left.contains(job.spec().resources())) {
        throw new Violation(
            "%s waits for %s, and %s has %s free"
                .formatted(job.id(), job.spec().resources(), agent.id(), free));
      }
      if (open.contains(job.spec().resources())) {
        coverage.mark(Situation.QUOTA_HELD_A_JOB_BACK);
      }
    }
  }
}
