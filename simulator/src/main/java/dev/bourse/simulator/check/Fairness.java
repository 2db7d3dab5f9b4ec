package dev.bourse.simulator.check;

import dev.bourse.core.apply.Changes;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.FrameworkForgotten;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.event.FrameworkUpdated;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferConflicted;
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.event.OfferExpired;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at what is offered before it is: only what is free, to whoever holds the least of those
 * that could use it, and of a role's jobs to the one whose turn it is. What is offered is answered
 * once.
 */
final class Fairness implements Changes {

  private final Changes changes;
  private final Rulebook rules = new Rulebook();
  private final Turns turns = new Turns(rules);
  private final Wishes wishes = new Wishes(rules);
  private final Preemptions preemptions = new Preemptions(rules);
  private final Map<Long, OfferMade> open = new TreeMap<>();
  private Resources lastOffered = Resources.EMPTY;
  private boolean optimistic;
  private long now;

  Fairness(Changes changes) {
    this.changes = changes;
  }

  /** A step begins, at this time. */
  void begin(long time) {
    now = time;
    preemptions.begin(time);
  }

  @Override
  public void apply(Event event, MutableClusterState state) {
    preemptions.take(event, state);
    switch (event) {
      case OfferMade e -> offered(e, state);
      case OfferAccepted e -> answered(e.offer(), e);
      case OfferDeclined e -> answered(e.offer(), e);
      case OfferRescinded e -> answered(e.offer(), e);
      case OfferExpired e -> answered(e.offer(), e);
      case OfferConflicted e -> answered(e.offer(), e);
      case TaskLaunched e -> launched(e, state);
      case FrameworkTaskLaunched e -> launched(e, state);
      case FrameworkConnected e -> turns.entered(e.framework(), e.info());
      case FrameworkUpdated e -> turns.entered(e.framework(), e.info());
      case FrameworkForgotten e -> turns.forgotten(e.framework());
      default -> {}
    }
    rules.take(event);
    wishes.take(event);
    changes.apply(event, state);
  }

  private void offered(OfferMade e, ClusterState state) {
    expect(open.put(e.offer(), e) == null, "this offer is open already", e);
    AgentRow agent = state.agent(e.agent());
    expect(agent != null && agent.state() == AgentState.REGISTERED, "the agent is not there", e);
    expect(agent == null || IdleRoom.isThere(agent), "its operator wants the agent", e);
    Resources free = rules.free(e.agent(), state);
    expect(free.contains(e.resources()), "only " + free + " is free", e);
    Resources allowed = rules.within(e.role(), free, state);
    // Of which reservation a limit takes something away does not matter.
    expect(
        Wishes.flat(allowed).contains(Wishes.flat(e.resources())),
        "the role may have only " + allowed,
        e);
    lastOffered = e.resources();
    // What others are guaranteed is not offered to all, by what they lack and what is spare: to
    // know it would be to write the allocator again, with its mistakes. The invariants and the
    // stories of room look at what comes of it.
    if (rules.scheduling().sorter() == SchedulingSettings.Sorter.DRF
        && !rules.guaranteesAnything()
        && !isForWhomItIsKept(e, state)) {
      checkTurn(e, free, state);
    }
    turns.granted(e.role(), e.framework());
  }

  /** Where room is kept, who has waited for it comes first, and in jobs his role. */
  private static boolean isForWhomItIsKept(OfferMade e, ClusterState state) {
    HoldRow hold = state.hold(e.agent());
    return hold != null
        && hold.role().equals(e.role())
        && hold.client().equals(Turns.client(e.framework()))
        && Wishes.flat(e.resources()).contains(hold.resources());
  }

  private void checkTurn(OfferMade e, Resources free, ClusterState state) {
    String client = Turns.client(e.framework());
    for (var other : wishes.of(e.agent(), free, state).entrySet()) {
      String role = other.getKey();
      if (role.equals(e.role())) {
        checkTurn(e, client, other.getValue(), state);
      } else {
        expect(
            !turns.isBefore(role, e.role(), state),
            "it is the turn of " + other.getValue() + " in role " + role,
            e);
      }
    }
  }

  private void checkTurn(OfferMade e, String client, List<String> others, ClusterState state) {
    for (String other : others) {
      expect(
          other.equals(client)
              || !turns.isBefore(e.role(), /* client= */ other, /* other= */ client, state),
          "it is the turn of " + other + " in the same role",
          e);
    }
  }

  private void answered(long offer, Event event) {
    OfferMade made = open.remove(offer);
    expect(made != null, "this offer is not open", event);
    optimistic = made != null && made.optimistic();
  }

  private void launched(FrameworkTaskLaunched e, ClusterState state) {
    Resources free = rules.free(e.agent(), state);
    expect(free.contains(e.info().resources()), "only " + free + " is free", e);
    // What was only shown may be beyond the quota by now: then the accept comes too late.
    Resources allowed = rules.within(e.role(), e.info().resources(), state);
    expect(
        !optimistic || allowed.equals(e.info().resources()),
        "the quota leaves only " + allowed + " of what was shown",
        e);
  }

  private void launched(TaskLaunched e, ClusterState state) {
    Resources free = rules.free(e.agent(), state);
    expect(free.contains(e.resources()), "only " + free + " is free", e);
    expect(
        Wishes.flat(rules.within(e.role(), e.resources(), state))
            .equals(Wishes.flat(e.resources())),
        "the limit of the role is " + rules.role(e.role()).limit(),
        e);
    JobRow job = state.job(e.job());
    PendingJobs pending = state.pending().get(e.role());
    expect(job != null && pending != null, "nobody waits for it", e);
    if (job == null || pending == null) {
      return;
    }
    HoldRow hold = state.hold(e.agent());
    if (hold != null && !isBeside(hold, e, free, state)) {
      checkFill(hold, job, pending, e, free, state);
      return;
    }
    Resources offered = Wishes.flat(lastOffered);
    expect(
        Wishes.flat(e.resources()).equals(job.spec().resources()),
        "the job asks for " + job.spec().resources(),
        e);
    for (JobRow other : pending.all()) {
      boolean first =
          other.spec().priority() > job.spec().priority()
              || (other.spec().priority() == job.spec().priority()
                  && other.queueOrder() < job.queueOrder());
      expect(
          !first || !offered.contains(other.spec().resources()),
          "it is " + other.id() + "'s turn",
          e);
    }
  }

  /** Whether it takes nothing of what is kept, or was first where it is kept for his role. */
  private boolean isBeside(HoldRow hold, TaskLaunched e, Resources free, ClusterState state) {
    boolean first =
        hold.role().equals(e.role())
            && hold.client().equals(Turns.JOBS)
            && Wishes.flat(lastOffered).contains(hold.resources());
    return first || Room.beside(hold, rules.within(e.role(), free, state)).contains(lastOffered);
  }

  /**
   * What is kept may be used by who is gone before it is needed, when nobody of his role fits
   * beside it. Of those who ask for the same only some are looked at then, so the order is free.
   */
  private void checkFill(
      HoldRow hold,
      JobRow job,
      PendingJobs pending,
      TaskLaunched e,
      Resources free,
      ClusterState state) {
    if (rules.guaranteesAnything()) {
      // What is guaranteed comes before what is kept.
      return;
    }
    long until = Room.freeAt(hold, free, now, state);
    long most = job.spec().timeoutMillis();
    expect(
        until < Long.MAX_VALUE && most > 0 && now + most <= until,
        "it may run for %d, and %s is kept until %d".formatted(most, hold, until),
        e);
    Resources beside = Wishes.flat(Room.beside(hold, rules.within(e.role(), free, state)));
    expect(!Wishes.hasFitting(pending, beside), "others fit beside what is kept", e);
  }

  private static void expect(boolean holds, String otherwise, Event event) {
    if (!holds) {
      throw new Violation(otherwise + ": " + event);
    }
  }
}
