package dev.bourse.simulator.check;

import dev.bourse.core.apply.Changes;
import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import java.math.BigInteger;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at what is offered before it is: only what is free, to the role that holds the least of
 * those that could use it, and of that role's jobs the one whose turn it is. What is offered is
 * answered once.
 */
final class Fairness implements Changes {

  private final Changes changes;
  private final TreeSet<Long> open = new TreeSet<>();
  private final TreeMap<String, Resources> capacities = new TreeMap<>();
  private Resources lastOffered = Resources.EMPTY;

  Fairness(Changes changes) {
    this.changes = changes;
  }

  @Override
  public void apply(Event event, MutableClusterState state) {
    switch (event) {
      case AgentRegistered e -> capacities.put(e.facts().agent().value(), e.facts().resources());
      case OfferMade e -> offered(e, state);
      case OfferAccepted e -> answered(e.offer(), e);
      case OfferDeclined e -> answered(e.offer(), e);
      case TaskLaunched e -> launched(e, state);
      default -> {}
    }
    changes.apply(event, state);
  }

  private void offered(OfferMade e, ClusterState state) {
    expect(open.add(e.offer()), "this offer is open already", e);
    AgentRow agent = state.agent(e.agent());
    expect(agent != null && agent.state() == AgentState.REGISTERED, "the agent is not there", e);
    Resources free = free(e.agent(), state);
    expect(free.contains(e.resources()), "only " + free + " is free", e);
    lastOffered = e.resources();
    for (var other : state.pending().entrySet()) {
      if (!other.getKey().equals(e.role())
          && hasFitting(other.getValue(), within(other.getKey(), free, state))) {
        expect(
            !holdsLess(other.getKey(), e.role(), state),
            "it is the turn of role " + other.getKey(),
            e);
      }
    }
  }

  private void answered(long offer, Event event) {
    expect(open.remove(offer), "this offer is not open", event);
  }

  private void launched(TaskLaunched e, ClusterState state) {
    Resources free = free(e.agent(), state);
    expect(free.contains(e.resources()), "only " + free + " is free", e);
    expect(
        within(e.role(), e.resources(), state).equals(e.resources()),
        "the limit of the role is " + state.settings().role(e.role()).limit(),
        e);
    JobRow job = state.job(e.job());
    PendingJobs pending = state.pending().get(e.role());
    expect(job != null && pending != null, "nobody waits for it", e);
    if (job == null || pending == null) {
      return;
    }
    for (JobRow other : pending.all()) {
      boolean first =
          other.spec().priority() > job.spec().priority()
              || (other.spec().priority() == job.spec().priority()
                  && other.queueOrder() < job.queueOrder());
      expect(
          !first || !lastOffered.contains(other.spec().resources()),
          "it is " + other.id() + "'s turn",
          e);
    }
  }

  /** Without the core's index and its way to reckon: amount by amount. */
  private static Resources within(String role, Resources room, ClusterState state) {
    Resources limit = state.settings().role(role).limit();
    Resources left = room;
    if (limit != null) {
      for (String name : limit.quantities().names()) {
        long most = Math.max(0, limit.quantities().get(name) - held(role, state).get(name));
        long above = room.quantities().get(name) - most;
        left = above > 0 ? left.minus(Resources.scalar(name, above)) : left;
      }
    }
    return left;
  }

  private static boolean hasFitting(PendingJobs pending, Resources room) {
    for (JobRow job : pending.all()) {
      if (room.contains(job.spec().resources())) {
        return true;
      }
    }
    return false;
  }

  /** What the last registration has, less what tasks hold: without the core's index. */
  private Resources free(AgentId agent, ClusterState state) {
    Resources free = capacities.getOrDefault(agent.value(), Resources.EMPTY);
    for (TaskRow task : state.tasks()) {
      if (task.agent().equals(agent)) {
        if (!free.contains(task.resources())) {
          return Resources.EMPTY;
        }
        free = free.minus(task.resources());
      }
    }
    return free;
  }

  private static boolean holdsLess(String role, String than, ClusterState state) {
    BigInteger[] one = share(held(role, state), total(state));
    BigInteger[] other = share(held(than, state), total(state));
    BigInteger weight = BigInteger.valueOf(state.settings().role(role).weight());
    BigInteger otherWeight = BigInteger.valueOf(state.settings().role(than).weight());
    BigInteger left = one[0].multiply(other[1]).multiply(otherWeight);
    return left.compareTo(other[0].multiply(one[1]).multiply(weight)) < 0;
  }

  private static Quantities held(String role, ClusterState state) {
    Quantities held = Quantities.EMPTY;
    for (TaskRow task : state.tasks()) {
      if (task.role().equals(role)) {
        held = held.plus(task.resources().quantities());
      }
    }
    return held;
  }

  private static Quantities total(ClusterState state) {
    Quantities total = Quantities.EMPTY;
    for (AgentRow agent : state.agents()) {
      if (agent.state() == AgentState.REGISTERED) {
        total = total.plus(agent.resources().quantities());
      }
    }
    return total;
  }

  /** The dominant share as a fraction. */
  private static BigInteger[] share(Quantities held, Quantities total) {
    BigInteger[] dominant = {BigInteger.ZERO, BigInteger.ONE};
    for (String name : held.names()) {
      if (total.get(name) > 0) {
        BigInteger part = BigInteger.valueOf(held.get(name));
        BigInteger whole = BigInteger.valueOf(total.get(name));
        if (part.multiply(dominant[1]).compareTo(dominant[0].multiply(whole)) > 0) {
          dominant = new BigInteger[] {part, whole};
        }
      }
    }
    return dominant;
  }

  private static void expect(boolean holds, String otherwise, Event event) {
    if (!holds) {
      throw new Violation(otherwise + ": " + event);
    }
  }
}
