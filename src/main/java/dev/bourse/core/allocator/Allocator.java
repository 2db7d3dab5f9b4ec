package dev.bourse.core.allocator;

import dev.bourse.core.allocator.fairshare.FairShareSorter;
import dev.bourse.core.allocator.filter.AgentFilter;
import dev.bourse.core.allocator.filter.MinAllocatableFilter;
import dev.bourse.core.allocator.filter.RegisteredFilter;
import dev.bourse.core.allocator.rank.AgentRank;
import dev.bourse.core.allocator.rank.SeededOrder;
import dev.bourse.core.context.Context;
import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.Untried;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Decides who is offered what.
 *
 * <p>The simple algorithm: while something is free that somebody wants, offer an agent's free
 * resources to the role with the smallest dominant share. What differs from it: agents are visited
 * one after the other in a seeded random order, each until nobody wants what it has left, and those
 * on which nothing can have changed are left out; a role is not offered what its framework would
 * decline; and a step stops after a number of launches, the rest following in the next.
 */
public final class Allocator {

  private final List<AgentFilter> filters;
  private final AgentRank rank;
  private final FairShareSorter sorter;
  private final EmbeddedScheduler framework;

  private Allocator(
      List<AgentFilter> filters,
      AgentRank rank,
      FairShareSorter sorter,
      EmbeddedScheduler framework) {
    this.filters = filters;
    this.rank = rank;
    this.sorter = sorter;
    this.framework = framework;
  }

  /** The standard policy, from top to bottom. */
  public static Allocator standard(EmbeddedScheduler framework) {
    return new Allocator(
        standardFilters(),
        // So that load spreads, and no agent is always first; the same in every replay.
        new SeededOrder(),
        new FairShareSorter(),
        framework);
  }

  /** Which agents are offered at all, from top to bottom. */
  public static List<AgentFilter> standardFilters() {
    return List.of(
        // An agent that is unreachable or gone cannot start anything.
        new RegisteredFilter(),
        // Crumbs are not worth an offer.
        new MinAllocatableFilter());
  }

  /** Makes offers until nothing fits any more, or {@code maxLaunches} attempts are launched. */
  public void allocate(int maxLaunches, Context context) {
    ClusterState state = context.state();
    int launches = 0;
    if (isNeeded(state)) {
      boolean any = state.untried().everything() || hasQuotaBack(state.untried(), state);
      Iterator<AgentRow> agents = rank.order(inQuestion(any, state), context.seed());
      while (agents.hasNext()) {
        AgentRow agent = agents.next();
        if (!isCandidate(agent, any, state)) {
          continue;
        }
        while (launches < maxLaunches && offer(agent, context)) {
          launches++;
        }
        if (launches == maxLaunches) {
          return;
        }
        if (!isNeeded(state)) {
          break;
        }
      }
    }
    context.emit(new AllocationCompleted(launches));
  }

  private boolean isNeeded(ClusterState state) {
    return !framework.rolesInNeed(state).isEmpty();
  }

  /** What was tried before and has not changed need not be tried again. */
  private static List<AgentRow> inQuestion(boolean any, ClusterState state) {
    if (any || !state.untried().requests().isEmpty()) {
      return new ArrayList<>(state.agents());
    }
    List<AgentRow> agents = new ArrayList<>();
    for (AgentId id : state.untried().agents()) {
      AgentRow agent = state.agent(id);
      if (agent != null) {
        agents.add(agent);
      }
    }
    return agents;
  }

  /** Asked when it is its turn: often the first few are all that is needed. */
  private boolean isCandidate(AgentRow agent, boolean any, ClusterState state) {
    Untried untried = state.untried();
    return (any || untried.agents().contains(agent.id()) || hasRoom(agent, untried, state))
        && passes(agent, state);
  }

  /** What a role with a limit has given back, it may use anywhere. */
  private static boolean hasQuotaBack(Untried untried, ClusterState state) {
    for (String role : untried.roles()) {
      if (QuotaLimit.isSet(role, state) && state.pending().containsKey(role)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasRoom(AgentRow agent, Untried untried, ClusterState state) {
    Resources free = state.free(agent.id());
    for (Resources request : untried.requests()) {
      if (free.contains(request)) {
        return true;
      }
    }
    return false;
  }

  private boolean passes(AgentRow agent, ClusterState state) {
    for (AgentFilter filter : filters) {
      if (filter.veto(agent, state) != null) {
        return false;
      }
    }
    return true;
  }

  /** Offers what an agent has left, role by role, until one launches something. */
  private boolean offer(AgentRow agent, Context context) {
    ClusterState state = context.state();
    Resources free = state.free(agent.id());
    for (String role : sorter.order(framework.rolesInNeed(state), state)) {
      Resources offered = QuotaLimit.cap(role, free, state);
      if (framework.wants(role, offered, state) && offer(agent, role, offered, context)) {
        return true;
      }
    }
    return false;
  }

  private boolean offer(AgentRow agent, String role, Resources free, Context context) {
    long number = context.state().cell().offers() + 1;
    EmbeddedScheduler.Launch launch =
        framework.resourceOffer(new Offer(number, agent.id(), role, free), context.state());
    context.emit(new OfferMade(number, agent.id(), role, free, context.now()));
    if (launch == null) {
      context.emit(new OfferDeclined(number));
      return false;
    }
    context.emit(new OfferAccepted(number));
    context.emit(
        new TaskLaunched(
            launch.task(),
            launch.job(),
            launch.attempt(),
            context.state().cell().epochs() + 1,
            agent.id(),
            role,
            launch.resources(),
            context.now()));
    return true;
  }
}
