package dev.bourse.core.allocator.room;

import dev.bourse.core.allocator.embedded.EmbeddedScheduler;
import dev.bourse.core.allocator.quota.QuotaLimits;
import dev.bourse.core.context.Context;
import dev.bourse.core.event.HoldPlaced;
import dev.bourse.core.event.HoldReleased;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClientRow;
import dev.bourse.core.state.Clients;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
          place(role, Clients.JOBS, wish.job(), wish.resources());
        }
      }
      new FrameworkWishes(state).waiting(context.now() - after).forEach(this::place);
    }
  }

  private void place(FrameworkWishes.Wish wish) {
    String client = wish.framework().value();
    for (HoldRow hold : state.holds()) {
      if (hold.client().equals(client) && hold.role().equals(wish.role())) {
        return;
      }
    }
    place(wish.role(), client, null, wish.resources());
  }

  private boolean isNeeded(HoldRow hold) {
    AgentRow agent = state.agent(hold.agent());
    JobRow job = hold.job() == null ? null : state.job(hold.job());
    boolean waits = hold.job() == null ? waits(hold) : job != null && job.isPending();
    return waits && agent != null && agent.isOffered();
  }

  /** Whether a framework has been offered nothing since. */
  private boolean waits(HoldRow hold) {
    FrameworkRow framework = state.framework(new FrameworkId(hold.client()));
    ClientRow client = state.client(hold.role(), hold.client());
    return framework != null
        && framework.wantsOffersIn(hold.role())
        && (client == null || client.since() <= hold.since());
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
  private void place(String role, String client, @Nullable JobId job, Resources wanted) {
    if (!isAllowed(role, wanted)) {
      return;
    }
    Forecast forecast = new Forecast(jobs, state, context.now());
    AgentRow best = null;
    long soonest = Long.MAX_VALUE;
    for (AgentRow agent : state.agents()) {
      if (agent.isOffered()
          && state.hold(agent.id()) == null
          && agent.offered().allocatableTo(role).flattened().contains(wanted)) {
        long freeAt = forecast.freeAt(agent, role, wanted);
        if (best == null || freeAt < soonest) {
          best = agent;
          soonest = freeAt;
        }
      }
    }
    if (best != null) {
      context.emit(new HoldPlaced(best.id(), role, client, job, wanted, context.now()));
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
