package dev.bourse.core.state.table;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.Clients;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what of whom: an index over agents, tasks and offers that follows every change.
 *
 * <p>Sums over several agents are quantities: the same port on two machines is two ports.
 */
final class Usage {

  private final TreeMap<AgentId, Resources> totals = new TreeMap<>();
  private final TreeMap<AgentId, Resources> used = new TreeMap<>();
  private final TreeMap<AgentId, Resources> free = new TreeMap<>();
  private final TreeMap<String, Tally> byRole = new TreeMap<>();
  private final TreeMap<AgentId, TreeMap<TaskId, TaskRow>> tasks = new TreeMap<>();
  private final TreeMap<AgentId, AgentRow> open = new TreeMap<>();

  /** Those of which it is not known whether they are open. */
  private final TreeSet<AgentId> changed = new TreeSet<>();

  private final Function<AgentId, @Nullable AgentRow> agents;
  private final UntriedIndex untried;
  private final ShareIndex shares;
  private final Spare spare;
  private Quantities total = Quantities.EMPTY;

  Usage(UntriedIndex untried, ShareIndex shares, Function<AgentId, @Nullable AgentRow> agents) {
    this.untried = untried;
    this.agents = agents;
    this.shares = shares;
    this.spare = new Spare(agents, this::free);
  }

  void add(AgentRow agent) {
    noteReserved(agent);
    totals.put(agent.id(), agent.offered());
    changed(agent.id());
    untried.add(agent.id());
    if (agent.state() == AgentState.REGISTERED) {
      total = total.plus(agent.offered().quantities());
      shares.total(total);
    }
  }

  void remove(AgentRow agent) {
    noteReserved(agent);
    totals.remove(agent.id());
    changed(agent.id());
    if (agent.state() == AgentState.REGISTERED) {
      total = total.minus(agent.offered().quantities()).withoutZeros();
      shares.total(total);
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

  private void changed(AgentId agent) {
    free.remove(agent);
    spare.touch(agent);
    changed.add(agent);
  }

  void add(TaskRow task) {
    if (!task.state().isTerminal()) {
      hold(task.agent(), task.role(), task.framework(), task.resources());
      tasks.computeIfAbsent(task.agent(), agent -> new TreeMap<>()).put(task.id(), task);
    }
  }

  void remove(TaskRow task) {
    if (!task.state().isTerminal()) {
      release(task.agent(), task.role(), task.framework(), task.resources());
      TreeMap<TaskId, TaskRow> there = tasks.get(task.agent());
      if (there != null) {
        there.remove(task.id(), task);
        if (there.isEmpty()) {
          tasks.remove(task.agent());
        }
      }
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
    tasks.computeIfAbsent(task.agent(), agent -> new TreeMap<>()).put(task.id(), task);
    return true;
  }

  void add(OfferRow offer) {
    if (!offer.optimistic()) {
      hold(offer.agent(), offer.role(), offer.framework(), offer.resources());
    }
  }

  void remove(OfferRow offer) {
    if (!offer.optimistic()) {
      release(offer.agent(), offer.role(), offer.framework(), offer.resources());
    } else if (offer.framework() != null) {
      untried.addPair(offer.agent(), offer.role(), offer.framework());
    }
  }

  private void hold(
      AgentId agent, String role, @Nullable FrameworkId framework, Resources resources) {
    Quantities amounts = resources.quantities();
    used.merge(agent, resources, Resources::plus);
    if (!resources.reserved().isEmpty()) {
      untried.addLoosened();
    }
    changed(agent);
    byRole.computeIfAbsent(role, name -> new Tally()).add(amounts);
    shares.hold(role, Clients.name(framework), amounts);
  }

  private void release(
      AgentId agent, String role, @Nullable FrameworkId framework, Resources resources) {
    Quantities amounts = resources.quantities();
    used.computeIfPresent(agent, (id, there) -> orNull(there.minus(resources)));
    changed(agent);
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
  }

  @SuppressWarnings("NullAway") // null takes the entry away
  private static Resources orNull(Resources resources) {
    return resources.isEmpty() ? null : resources;
  }

  Resources free(AgentId agent) {
    return free.computeIfAbsent(agent, this::subtract);
  }

  private Resources subtract(AgentId agent) {
    Resources all = totals.getOrDefault(agent, Resources.EMPTY);
    Resources held = used(agent);
    return all.contains(held) ? all.minus(held) : Resources.EMPTY;
  }

  /** The agents that are offered and of which something is free, by id. */
  List<AgentRow> open() {
    for (AgentId id : changed) {
      AgentRow agent = agents.apply(id);
      if (agent != null && agent.isOffered() && !free(id).isEmpty()) {
        open.put(id, agent);
      } else {
        open.remove(id);
      }
    }
    changed.clear();
    return new ArrayList<>(open.values());
  }

  Resources used(AgentId agent) {
    return used.getOrDefault(agent, Resources.EMPTY);
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
    TreeMap<TaskId, TaskRow> there = tasks.get(agent);
    return there == null
        ? Collections.emptyList()
        : Collections.unmodifiableCollection(there.values());
  }

  void clear() {
    totals.clear();
    used.clear();
    free.clear();
    open.clear();
    changed.clear();
    byRole.clear();
    tasks.clear();
    spare.clear();
    shares.total(Quantities.EMPTY);
    total = Quantities.EMPTY;
  }
}
