package dev.bourse.core.state.table;

import dev.bourse.core.state.AgentRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import dev.bourse.topics.view.AgentState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What nobody holds, over all agents: worked out for those agents that have changed since it was
 * last asked for.
 */
final class Spare {

  /** What was counted of an agent. */
  private record Part(Quantities unreserved, SortedMap<String, Quantities> reserved) {}

  private final TreeMap<AgentId, Part> parts = new TreeMap<>();
  private final List<Holding> changed = new ArrayList<>();
  private final Tally unreserved = new Tally();
  private final TreeMap<String, Tally> reserved = new TreeMap<>();

  void touch(Holding holding) {
    if (!holding.spareUnknown) {
      holding.spareUnknown = true;
      changed.add(holding);
    }
  }

  /** What is reserved for nobody, of agents that are offered. */
  Quantities unreserved() {
    update();
    return unreserved.quantities();
  }

  /** What is reserved for a role and those below it. */
  Quantities reserved(String role) {
    update();
    Quantities sum = Quantities.EMPTY;
    for (var entry : reserved.tailMap(role).entrySet()) {
      if (!entry.getKey().startsWith(role)) {
        break;
      }
      if (entry.getKey().equals(role) || Roles.isBelow(entry.getKey(), role)) {
        sum = sum.plus(entry.getValue().quantities());
      }
    }
    return sum;
  }

  /** Whether anything is reserved for anybody. */
  boolean hasReserved() {
    update();
    return !reserved.isEmpty();
  }

  private void update() {
    for (Holding holding : changed) {
      holding.spareUnknown = false;
      Part before = parts.remove(holding.id);
      if (before != null) {
        unreserved.subtract(before.unreserved());
        before.reserved().forEach(this::subtract);
      }
      AgentRow agent = holding.agent;
      if (agent != null && agent.state() != AgentState.GONE) {
        count(agent, holding.free());
      }
    }
    changed.clear();
  }

  private void count(AgentRow agent, Resources left) {
    Resources unbound = left.unreserved();
    Quantities open = agent.isOffered() ? unbound.quantities() : Quantities.EMPTY;
    TreeMap<String, Quantities> bound = new TreeMap<>();
    if (!unbound.equals(left)) {
      for (Resource entry : left.entries()) {
        String role = entry.reservedFor();
        if (role != null) {
          bound.merge(role, Resources.of(entry).quantities(), Quantities::plus);
        }
      }
    }
    unreserved.add(open);
    bound.forEach(
        (role, amounts) -> reserved.computeIfAbsent(role, name -> new Tally()).add(amounts));
    parts.put(agent.id(), new Part(open, bound));
  }

  private void subtract(String role, Quantities amounts) {
    Tally tally = reserved.get(role);
    if (tally != null) {
      tally.subtract(amounts);
      if (tally.isEmpty()) {
        reserved.remove(role);
      }
    }
  }

  void clear() {
    parts.clear();
    changed.clear();
    unreserved.clear();
    reserved.clear();
  }
}
