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
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import java.util.List;
import java.util.TreeSet;

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
  private final TreeSet<Long> open = new TreeSet<>();
  private Resources lastOffered = Resources.EMPTY;

  Fairness(Changes changes) {
    this.changes = changes;
  }

  @Override
  public void apply(Event event, MutableClusterState state) {
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
    expect(open.add(e.offer()), "this offer is open already", e);
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
    // Where room is kept, who has waited for long comes first, and others get what is beside it.
    if (rules.scheduling().sorter() == SchedulingSettings.Sorter.DRF
        && !rules.guaranteesAnything()
        && state.hold(e.agent()) == null) {
      checkTurn(e, free, state);
    }
    turns.granted(e.role(), e.framework());
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
    expect(open.remove(offer), "this offer is not open", event);
  }

  private void launched(FrameworkTaskLaunched e, ClusterState state) {
    Resources free = rules.free(e.agent(), state);
    expect(free.contains(e.info().resources()), "only " + free + " is free", e);
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
    // Where room is kept, who is soon gone may go before others.
    if (job == null || pending == null || state.hold(e.agent()) != null) {
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

  private static void expect(boolean holds, String otherwise, Event event) {
    if (!holds) {
      throw new Violation(otherwise + ": " + event);
    }
  }
}
