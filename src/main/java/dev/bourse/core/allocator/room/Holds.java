package dev.bourse.core.allocator.room;

import dev.bourse.core.allocator.embedded.EmbeddedScheduler;
import dev.bourse.core.allocator.quota.QuotaLimits;
import dev.bourse.core.context.Context;
import dev.bourse.core.event.HoldPlaced;
import dev.bourse.core.event.HoldReleased;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.Clients;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * Keeps what is free of an agent for who has waited for long and does not fit yet, so that smaller
 * ones do not take it away from him for ever. One for each role, for the first in its queue.
 */
public final class Holds {

  private final EmbeddedScheduler jobs;
  private final Context context;
  private final ClusterState state;

  /** In this step. */
  public Holds(EmbeddedScheduler jobs, Context context) {
    this.jobs = jobs;
    this.context = context;
    this.state = context.state();
  }

  /** Lets go of what is not needed any more. */
  public void release() {
    for (HoldRow hold : new ArrayList<>(state.holds())) {
      if (!isNeeded(hold)) {
        context.emit(new HoldReleased(hold.agent()));
      }
    }
  }

  /** Keeps an agent for the first in each queue who has waited for long. */
  public void place() {
    long after = context.settings().offers().reserveAfterMillis();
    if (after > 0) {
      for (String role : new ArrayList<>(state.pending().keySet())) {
        EmbeddedScheduler.Wish wish = jobs.first(role, state);
        if (wish != null && context.now() - wish.since() >= after && !isHeldFor(wish)) {
          place(role, wish);
        }
      }
    }
  }

  private boolean isNeeded(HoldRow hold) {
    AgentRow agent = state.agent(hold.agent());
    JobRow job = hold.job() == null ? null : state.job(hold.job());
    return job != null && job.isPending() && agent != null && agent.isOffered();
  }

  private boolean isHeldFor(EmbeddedScheduler.Wish wish) {
    for (HoldRow hold : state.holds()) {
      if (wish.job().equals(hold.job())) {
        return true;
      }
    }
    return false;
  }

  /** On the agent where he will fit the soonest; of those of which nobody knows, any. */
  private void place(String role, EmbeddedScheduler.Wish wish) {
    if (!isAllowed(role, wish.resources())) {
      return;
    }
    Forecast forecast = new Forecast(jobs, state, context.now());
    AgentRow best = null;
    long soonest = Long.MAX_VALUE;
    for (AgentRow agent : state.agents()) {
      if (agent.isOffered()
          && state.hold(agent.id()) == null
          && agent.offered().allocatableTo(role).flattened().contains(wish.resources())) {
        long freeAt = forecast.freeAt(agent, role, wish.resources());
        if (best == null || freeAt < soonest) {
          best = agent;
          soonest = freeAt;
        }
      }
    }
    if (best != null) {
      place(best, role, wish);
    }
  }

  /** Keeps an agent for one that waits. */
  void place(AgentRow agent, String role, EmbeddedScheduler.Wish wish) {
    context.emit(
        new HoldPlaced(
            agent.id(), role, Clients.JOBS, wish.job(), wish.resources(), context.now()));
  }

  /** Whether the quota of a role leaves so much: what it may not have need not be kept. */
  boolean isAllowed(String role, Resources wanted) {
    return QuotaLimits.cap(role, wanted, state).equals(wanted);
  }

  /** What of an agent's free resources those may have for whom it is not kept. */
  public static Resources beside(HoldRow hold, Resources free) {
    Quantities there = free.quantities();
    TreeMap<String, Long> bounds = new TreeMap<>();
    for (String name : hold.resources().names()) {
      long kept = hold.resources().quantities().get(name);
      bounds.put(name, Math.max(0, there.get(name) - kept));
    }
    return free.cutToLimits(new Quantities(bounds));
  }
}
