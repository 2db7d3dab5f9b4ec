package dev.bourse.core.allocator.room;

import dev.bourse.core.allocator.embedded.EmbeddedScheduler;
import dev.bourse.core.allocator.quota.Guarantees;
import dev.bourse.core.context.Context;
import dev.bourse.core.event.BucketDrawn;
import dev.bourse.core.event.HoldReleased;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import dev.bourse.topics.task.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes room for who has waited for long: towards the guarantee of his role at the cost of roles
 * that hold more than is guaranteed to them, or by his priority at the cost of lower ones in his
 * role. Only for who can start then: his quota leaves it, and the agent is kept for him.
 */
public final class Preemption {

  private static final long THOUSAND = 1_000;

  private final EmbeddedScheduler jobs;
  private final Context context;
  private final ClusterState state;
  private final Holds holds;
  private final Standings standings;
  private final Victims victims;

  /** In this step. */
  public Preemption(EmbeddedScheduler jobs, Context context, Holds holds) {
    this.jobs = jobs;
    this.context = context;
    this.state = context.state();
    this.holds = holds;
    this.standings = new Standings(jobs, state);
    this.victims = new Victims(state, context.now());
  }

  /** Looks at the first in each queue. */
  public void run() {
    long after = context.settings().offers().preemptAfterMillis();
    if (after == 0) {
      return;
    }
    for (String role : new ArrayList<>(state.pending().keySet())) {
      EmbeddedScheduler.Wish wish = jobs.first(role, state);
      if (wish != null
          && context.now() - wish.since() >= after
          && holds.isAllowed(role, wish.resources())
          && !hasRoomComing(wish)) {
        makeRoom(role, wish);
      }
    }
  }

  /** Whether others are being stopped for him already. */
  private boolean hasRoomComing(EmbeddedScheduler.Wish wish) {
    for (HoldRow hold : state.holds()) {
      if (wish.job().equals(hold.job())) {
        for (TaskRow task : state.tasksOf(hold.agent())) {
          if (task.killReason() == Reason.PREEMPTED) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void makeRoom(String role, EmbeddedScheduler.Wish wish) {
    boolean guaranteed = isGuaranteed(role, wish.resources());
    List<TaskRow> stopping =
        state.tasks().stream().filter(task -> task.killReason() == Reason.PREEMPTED).toList();
    AgentRow best = null;
    List<TaskRow> cheapest = List.of();
    long least = Long.MAX_VALUE;
    for (AgentRow agent : state.agents()) {
      if (hasRoom(agent, role, wish)) {
        // He is about to be launched there.
        return;
      }
      List<TaskRow> chosen = choose(agent, role, wish, guaranteed, stopping);
      if (chosen != null && !chosen.isEmpty()) {
        long loss = chosen.stream().mapToLong(victims::loss).sum();
        if (loss < least) {
          best = agent;
          cheapest = chosen;
          least = loss;
        }
      }
    }
    if (best != null && draw(cheapest.size())) {
      keep(best, role, wish);
      cheapest.forEach(victim -> stop(victim, role, wish));
    }
  }

  private boolean hasRoom(AgentRow agent, String role, EmbeddedScheduler.Wish wish) {
    HoldRow hold = state.hold(agent.id());
    return agent.isOffered()
        && (hold == null || wish.job().equals(hold.job()))
        && state.free(agent.id()).allocatableTo(role).flattened().contains(wish.resources());
  }

  private @Nullable List<TaskRow> choose(
      AgentRow agent,
      String role,
      EmbeddedScheduler.Wish wish,
      boolean guaranteed,
      List<TaskRow> stopping) {
    HoldRow hold = state.hold(agent.id());
    if (!agent.isOffered()
        || (hold != null && !wish.job().equals(hold.job()))
        || !agent.offered().allocatableTo(role).flattened().contains(wish.resources())) {
      return null;
    }
    List<TaskRow> candidates = new ArrayList<>();
    List<TaskRow> going = new ArrayList<>(stopping);
    for (TaskRow task : victims.byLoss(state.tasksOf(agent.id()))) {
      if (standings.isPreemptible(task) && yields(task, going, role, wish, guaranteed)) {
        candidates.add(task);
        going.add(task);
      }
    }
    return candidates.isEmpty()
        ? null
        : victims.choose(agent.id(), role, wish.resources(), candidates);
  }

  /** Whether a task is less urgent than who waits. */
  private boolean yields(
      TaskRow task,
      List<TaskRow> going,
      String role,
      EmbeddedScheduler.Wish wish,
      boolean guaranteed) {
    if (task.role().equals(role)) {
      return standings.priority(task) < wish.priority();
    }
    return guaranteed && !isGuaranteedToHold(task, going, role);
  }

  /** Whether all that he asks for is still guaranteed to his role. */
  private boolean isGuaranteed(String role, Resources wanted) {
    Guarantees guarantees = Guarantees.of(state);
    if (guarantees == null) {
      return false;
    }
    Quantities need = guarantees.need(role);
    boolean any = false;
    for (String name : wanted.names()) {
      long asked = wanted.scalar(name);
      any |= need.get(name) > 0;
      if (need.has(name) && need.get(name) < asked) {
        return false;
      }
    }
    return any;
  }

  /**
   * Whether the role of a task, or one above it, would lack its guarantee without it and those that
   * go before it. What goes from one below a role to another one below it stays with that role.
   */
  private boolean isGuaranteedToHold(TaskRow task, List<TaskRow> going, String wanting) {
    for (String at = task.role(); at != null; at = Roles.parent(at)) {
      Quantities guarantee = state.role(at).guarantee();
      if (guarantee != null && !isIn(wanting, at)) {
        Quantities rest = state.consumedBy(at).minus(task.resources().quantities());
        for (TaskRow other : going) {
          if (isIn(other.role(), at)) {
            rest = rest.minus(other.resources().quantities());
          }
        }
        if (!rest.contains(guarantee)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isIn(String role, String at) {
    return role.equals(at) || Roles.isBelow(role, at);
  }

  private boolean draw(int count) {
    int perMinute = context.settings().offers().preemptionsPerMinute();
    long credit =
        BucketRow.creditAt(
            state.bucket(BucketRow.PREEMPTIONS), context.now(), perMinute, perMinute);
    if (credit < count * THOUSAND) {
      return false;
    }
    context.emit(new BucketDrawn(BucketRow.PREEMPTIONS, credit - count * THOUSAND, context.now()));
    return true;
  }

  /** What is freed is for him, and he waits nowhere else. */
  private void keep(AgentRow agent, String role, EmbeddedScheduler.Wish wish) {
    for (HoldRow hold : new ArrayList<>(state.holds())) {
      if (wish.job().equals(hold.job()) && !hold.agent().equals(agent.id())) {
        context.emit(new HoldReleased(hold.agent()));
      }
    }
    if (state.hold(agent.id()) == null) {
      holds.place(agent, role, wish);
    }
    for (OfferRow offer : state.offersOn(agent.id())) {
      context.emit(new OfferRescinded(offer.number(), "the agent is kept for another"));
    }
  }

  private void stop(TaskRow victim, String role, EmbeddedScheduler.Wish wish) {
    String why =
        victim.role().equals(role)
            ? "of priority " + wish.priority() + ", which is higher"
            : "of role '" + role + "', whose guarantee is not met";
    context.emit(
        new TaskKillRequested(
            victim.id(), Reason.PREEMPTED, "stopped for job '" + wish.job() + "' " + why, null));
  }
}
