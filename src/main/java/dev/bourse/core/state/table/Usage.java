package dev.bourse.core.state.table;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.Clients;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what of whom: an index over agents, tasks and offers that follows every change.
 *
 * <p>Sums over several agents are quantities: the same port on two machines is two ports.
 */
final class Usage {

  private final TreeMap<AgentId, Holding> holdings = new TreeMap<>();
  private final TreeMap<AgentId, AgentRow> open = new TreeMap<>();

  /** Those of which it is not known whether they are open. */
  private final List<Holding> changed = new ArrayList<>();

  private final TreeMap<String, Tally> byRole = new TreeMap<>();
  private final UntriedIndex untried;
  private final ShareIndex shares;
  private final Spare spare = new Spare();
  private Quantities total = Quantities.EMPTY;

  Usage(UntriedIndex untried, ShareIndex shares) {
    this.untried = untried;
    this.shares = shares;
  }

  void add(AgentRow agent) {
    noteReserved(agent);
    Holding holding = holding(agent.id());
    holding.agent = agent;
    changed(holding);
    untried.add(agent.id());
    if (agent.state() == AgentState.REGISTERED) {
      total = total.plus(agent.offered().quantities());
      shares.total(total);
    }
  }

  void remove(AgentRow agent) {
    noteReserved(agent);
    Holding holding = holding(agent.id());
    holding.agent = null;
    changed(holding);
    prune(holding);
    if (agent.state() == AgentState.REGISTERED) {
      total = total.minus(agent.offered().quantities()).withoutZeros();
      shares.total(total);
    }
    addReserved(agent.offered());
  }

  /** What is reserved counts against quota, so that without it there is room elsewhere. */
  private void addReserved(Resources offered) {
    for (Resource entry : offered.reserved().entries()) {
      String role = entry.reservedFor();
      if (role != null) {
        untried.addRole(role);
      }
    }
  }

  /** What is reserved for a role counts as held by it, and may not be reserved any more. */
  private void noteReserved(AgentRow agent) {
    for (Resource entry : agent.offered().entries()) {
      String role = entry.reservedFor();
      if (role != null) {
        untried.addRole(role);
      }
    }
  }

  private Holding holding(AgentId agent) {
    Holding holding = holdings.get(agent);
    if (holding == null) {
      holding = new Holding(agent);
      holdings.put(agent, holding);
    }
    return holding;
  }

  private void changed(Holding holding) {
    holding.changed();
    spare.touch(holding);
    if (!holding.openUnknown) {
      holding.openUnknown = true;
      changed.add(holding);
    }
  }

  private void prune(Holding holding) {
    if (holding.isUnused()) {
      holdings.remove(holding.id);
    }
  }

  void add(TaskRow task) {
    if (!task.state().isTerminal()) {
      hold(task.agent(), task.role(), task.framework(), task.resources());
      holding(task.agent()).tasks.put(task.id(), task);
    }
  }

  void remove(TaskRow task) {
    if (!task.state().isTerminal()) {
      holding(task.agent()).tasks.remove(task.id(), task);
      prune(release(task.agent(), task.role(), task.framework(), task.resources()));
    }
  }

  /** News of an attempt that holds what it held; false when it is more than that. */
  boolean replace(TaskRow before, TaskRow task) {
    if (before.state().isTerminal()
        || task.state().isTerminal()
        || !before.agent().equals(task.agent())
        || !before.role().equals(task.role())
        || !before.resources().equals(task.resources())) {
      return false;
    }
    holding(task.agent()).tasks.put(task.id(), task);
    if (before.status().timeoutAt() != task.status().timeoutAt()
        || before.killReason() != task.killReason()) {
      // When it ends is known otherwise now, and so who may use what is kept until then.
      untried.add(task.agent());
    }
    return true;
  }

  void add(OfferRow offer) {
    if (!offer.optimistic()) {
      hold(offer.agent(), offer.role(), offer.framework(), offer.resources());
      holding(offer.agent()).offers.put(offer.number(), offer.resources());
    }
  }

  void remove(OfferRow offer) {
    if (!offer.optimistic()) {
      holding(offer.agent()).offers.remove(offer.number());
      prune(release(offer.agent(), offer.role(), offer.framework(), offer.resources()));
    } else if (offer.framework() != null) {
      untried.addPair(offer.agent(), offer.role(), offer.framework());
    }
  }

  private void hold(
      AgentId agent, String role, @Nullable FrameworkId framework, Resources resources) {
    Quantities amounts = resources.quantities();
    Holding holding = holding(agent);
    holding.hold(resources);
    changed(holding);
    if (!resources.reserved().isEmpty()) {
      untried.addLoosened();
    }
    byRole.computeIfAbsent(role, name -> new Tally()).add(amounts);
    shares.hold(role, Clients.name(framework), amounts);
  }

  private Holding release(
      AgentId agent, String role, @Nullable FrameworkId framework, Resources resources) {
    Quantities amounts = resources.quantities();
    Holding holding = holding(agent);
    holding.release(resources);
    changed(holding);
    untried.add(agent);
    untried.addRole(role);
    Tally held = byRole.get(role);
    if (held != null) {
      held.subtract(amounts);
      if (held.isEmpty()) {
        byRole.remove(role);
      }
    }
    shares.release(role, Clients.name(framework), amounts);
    return holding;
  }

  Resources free(AgentId agent) {
    Holding holding = holdings.get(agent);
    return holding == null ? Resources.EMPTY : holding.free();
  }

  /** The agents that are offered and of which something is free, by id. */
  List<AgentRow> open() {
    for (Holding holding : changed) {
      holding.openUnknown = false;
      AgentRow agent = holding.agent;
      if (agent != null && holding.isOpen()) {
        open.put(holding.id, agent);
      } else {
        open.remove(holding.id);
      }
    }
    changed.clear();
    return new ArrayList<>(open.values());
  }

  Resources used(AgentId agent) {
    Holding holding = holdings.get(agent);
    return holding == null ? Resources.EMPTY : holding.used;
  }

  Quantities usedBy(String role) {
    Tally held = byRole.get(role);
    return held == null ? Quantities.EMPTY : held.quantities();
  }

  Quantities total() {
    return total;
  }

  Quantities consumedBy(String role) {
    return shares.held(role).plus(spare.reserved(role));
  }

  boolean hasSpareReservations() {
    return spare.hasReserved();
  }

  Quantities spare() {
    return spare.unreserved();
  }

  Collection<TaskRow> tasksOf(AgentId agent) {
    Holding holding = holdings.get(agent);
    return holding == null
        ? Collections.emptyList()
        : Collections.unmodifiableCollection(holding.tasks.values());
  }

  void clear() {
    holdings.clear();
    open.clear();
    changed.clear();
    byRole.clear();
    spare.clear();
    shares.total(Quantities.EMPTY);
    total = Quantities.EMPTY;
  }
}
