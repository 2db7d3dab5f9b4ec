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

  /** So many are sorted; of more, only as many as are asked for. */
  private static final int FEW = 4;

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

  /**
   * Whether what is set for roles has become less of a bound, wherever that is:
   *
   * <ul>
   *   <li>what a role with a limit has given back may be used anywhere;
   *   <li>so may what becomes free when others are guaranteed something;
   *   <li>who uses what was reserved may lack less, so that less is kept for it; and who is at its
   *       limit has of what was reserved only what is left when others have taken the rest. Both
   *       happen while offers are made, so that those who come later must be asked too.
   * </ul>
   */
  private boolean isLooser() {
    boolean guarantees = false;
    boolean limits = false;
    for (RoleSettings settings : state.roles().values()) {
      guarantees |= settings.guarantee() != null;
      limits |= settings.limit() != null;
    }
    if ((guarantees && !untried.agents().isEmpty())
        || ((guarantees || limits) && (untried.loosened() || state.hasSpareReservations()))) {
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
      return state.open();
    }
    TreeSet<AgentId> ids = new TreeSet<>(untried.agents());
    ids.addAll(untried.pairs().keySet());
    if (untried.fillers()) {
      state.holds().forEach(hold -> ids.add(hold.agent()));
    }
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
    return all
        || untried.agents().contains(agent)
        || (untried.fillers() && state.hold(agent) != null);
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
    if (random) {
      return only(some, state.shares().randomRoles(seed));
    }
    return some.size() > FEW
        ? only(some, state.shares().roles())
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
    if (random) {
      return only(some, state.shares().randomClients(role, seed));
    }
    return some.size() > FEW
        ? only(some, state.shares().clients(role))
        : sorted(some, (left, right) -> state.shares().compareClients(role, left, right));
  }

  /**
   * Some of all, as if all were tried: a draw depends on everybody who takes part in it. Of many it
   * is also cheaper, since the order is worked out as far as it is asked for.
   */
  private static Iterator<String> only(SortedSet<String> some, Iterator<String> all) {
    return new Only(some, all);
  }

  private static Iterator<String> sorted(SortedSet<String> some, Comparator<String> order) {
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
