package dev.bourse.core.allocator;

import dev.bourse.core.allocator.embedded.EmbeddedScheduler;
import dev.bourse.core.allocator.filter.AgentFilter;
import dev.bourse.core.allocator.filter.MinAllocatableFilter;
import dev.bourse.core.allocator.filter.RegisteredFilter;
import dev.bourse.core.allocator.filter.UpkeepFilter;
import dev.bourse.core.allocator.rank.AgentRank;
import dev.bourse.core.allocator.rank.SeededOrder;
import dev.bourse.core.allocator.room.Holds;
import dev.bourse.core.allocator.room.Looks;
import dev.bourse.core.allocator.room.Preemption;
import dev.bourse.core.context.Context;
import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.resources.Resources;
import java.util.Iterator;
import java.util.List;

/**
 * Decides who is offered what.
 *
 * <p>The simple algorithm, that of Mesos: agents are visited in a seeded random order; what is free
 * of one goes to the role with the smallest dominant share, and in it to the framework with the
 * smallest. First to roles that lack what they are guaranteed, then to all, within their limits and
 * what must stay for guarantees. What differs from it: an agent is offered until nobody takes what
 * it has left; the job service takes a task's worth at a time; who cannot have changed their mind
 * is not asked again; and a step stops after a number of launches and offers, the rest following in
 * the next.
 */
public final class Allocator {

  private final List<AgentFilter> filters;
  private final AgentRank rank;
  private final EmbeddedScheduler jobs;

  private Allocator(List<AgentFilter> filters, AgentRank rank, EmbeddedScheduler jobs) {
    this.filters = filters;
    this.rank = rank;
    this.jobs = jobs;
  }

  /** The standard policy, from top to bottom. */
  public static Allocator standard(EmbeddedScheduler jobs) {
    return new Allocator(
        standardFilters(),
        // So that load spreads, and no agent is always first; the same in every replay.
        new SeededOrder(),
        jobs);
  }

  /** Which agents are offered at all, from top to bottom. */
  public static List<AgentFilter> standardFilters() {
    return List.of(
        // An agent that is unreachable or gone cannot start anything.
        new RegisteredFilter(),
        // One that its operator wants for himself is left alone.
        new UpkeepFilter(),
        // Crumbs are not worth an offer.
        new MinAllocatableFilter());
  }

  /** Makes offers until nothing fits any more, or the step has done enough. */
  public void allocate(int maxLaunches, Context context) {
    ClusterState state = context.state();
    Budget budget = new Budget(maxLaunches, state.settings().offers().offersPerStep());
    Holds holds = new Holds(jobs, context);
    boolean looks = Looks.isDue(state);
    holds.release();
    if (looks) {
      holds.place();
      // Before anything is offered: what it takes back is to be offered too.
      new Preemption(jobs, context, holds).run();
    }
    if (isNeeded(state)) {
      Turn turn = new Turn(state);
      Round round = new Round(jobs, context, turn, budget);
      List<AgentRow> agents = turn.agents();
      visit(agents, Round.Stage.GUARANTEES, round, turn, budget, context);
      visit(agents, Round.Stage.SHARES, round, turn, budget, context);
    }
    if (!budget.isSpent()) {
      context.emit(new AllocationCompleted(budget.launches()));
      Looks.arrange(jobs, context);
    }
  }

  private void visit(
      List<AgentRow> agents,
      Round.Stage stage,
      Round round,
      Turn turn,
      Budget budget,
      Context context) {
    if (round.isOver(stage)) {
      return;
    }
    ClusterState state = context.state();
    Iterator<AgentRow> order = rank.order(agents, context.seed());
    while (order.hasNext() && !budget.isSpent() && isNeeded(state) && !round.isOver(stage)) {
      AgentRow agent = order.next();
      if (isCandidate(agent, turn, state)) {
        round.visit(agent, stage);
      }
    }
  }

  private static boolean isNeeded(ClusterState state) {
    return state.shares().roles().hasNext();
  }

  /** Asked when it is its turn: often the first few are all that is needed. */
  private boolean isCandidate(AgentRow agent, Turn turn, ClusterState state) {
    return (turn.isForAll(agent.id())
            || !state.untried().clients().isEmpty()
            || state.untried().pairs().containsKey(agent.id())
            || hasRoom(agent, state))
        && passes(agent, state);
  }

  private static boolean hasRoom(AgentRow agent, ClusterState state) {
    Resources free = state.free(agent.id()).flattened();
    for (Resources request : state.untried().requests()) {
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
}
