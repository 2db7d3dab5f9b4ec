package dev.bourse.core.allocator;

import dev.bourse.core.allocator.quota.QuotaLimits;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.Clients;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.Untried;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.id.AgentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who is tried on an agent, one after the other. */
final class Turn {

  private final ClusterState state;
  private final Untried untried;
  private final boolean random;
  private final boolean all;

  Turn(ClusterState state) {
    this.state = state;
    this.untried = state.untried();
    this.random = state.settings().offers().sorter() == SchedulingSettings.Sorter.RANDOM;
    this.all = untried.everything() || isLooser();
  }

  /** What a role has given back may be used anywhere when that is what stood in the way. */
  private boolean isLooser() {
    boolean guarantees = false;
    for (RoleSettings settings : state.roles().values()) {
      guarantees |= settings.guarantee() != null;
    }
    if (guarantees && (untried.loosened() || !untried.agents().isEmpty())) {
      return true;
    }
    for (String role : untried.roles()) {
      if (QuotaLimits.isSet(role, state)) {
        return true;
      }
    }
    return false;
  }

  /** The agents on which anything can have changed. */
  List<AgentRow> agents() {
    if (all || !untried.requests().isEmpty() || !untried.clients().isEmpty()) {
      return new ArrayList<>(state.agents());
    }
    TreeSet<AgentId> ids = new TreeSet<>(untried.agents());
    ids.addAll(untried.pairs().keySet());
    List<AgentRow> agents = new ArrayList<>(ids.size());
    for (AgentId id : ids) {
      AgentRow agent = state.agent(id);
      if (agent != null) {
        agents.add(agent);
      }
    }
    return agents;
  }

  /** Whether everybody is tried on an agent. */
  boolean isForAll(AgentId agent) {
    return all || untried.agents().contains(agent);
  }

  /** The roles to be tried on an agent, in order. */
  Iterator<String> roles(AgentId agent, long seed) {
    if (isForAll(agent)) {
      return random ? state.shares().randomRoles(seed) : state.shares().roles();
    }
    TreeSet<String> some = new TreeSet<>();
    if (!untried.requests().isEmpty()) {
      some.addAll(state.pending().keySet());
    }
    frameworks(agent).forEach(client -> some.add(client.role()));
    some.removeIf(role -> !state.shares().isActive(role));
    return random
        ? only(some, state.shares().randomRoles(seed))
        : sorted(some, state.shares()::compareRoles);
  }

  /** Those to be tried in a role, in order. */
  Iterator<String> clients(String role, AgentId agent, long seed) {
    if (isForAll(agent)) {
      return random ? state.shares().randomClients(role, seed) : state.shares().clients(role);
    }
    TreeSet<String> some = new TreeSet<>();
    if (!untried.requests().isEmpty() && state.pending().containsKey(role)) {
      some.add(Clients.JOBS);
    }
    for (Untried.Client client : frameworks(agent)) {
      FrameworkRow framework = state.framework(client.framework());
      if (client.role().equals(role) && framework != null && framework.wantsOffersIn(role)) {
        some.add(client.framework().value());
      }
    }
    return random
        ? only(some, state.shares().randomClients(role, seed))
        : sorted(some, (left, right) -> state.shares().compareClients(role, left, right));
  }

  /** As if all were tried: a draw depends on all that take part in it. */
  private static Iterator<String> only(TreeSet<String> some, Iterator<String> all) {
    List<String> ordered = new ArrayList<>(some.size());
    while (ordered.size() < some.size() && all.hasNext()) {
      String next = all.next();
      if (some.contains(next)) {
        ordered.add(next);
      }
    }
    return ordered.iterator();
  }

  private static Iterator<String> sorted(TreeSet<String> some, Comparator<String> order) {
    List<String> ordered = new ArrayList<>(some);
    ordered.sort(order);
    return ordered.iterator();
  }

  private List<Untried.Client> frameworks(AgentId agent) {
    List<Untried.Client> some = new ArrayList<>(untried.clients());
    SortedSet<Untried.Client> pairs = untried.pairs().get(agent);
    if (pairs != null) {
      some.addAll(pairs);
    }
    return some;
  }
}
