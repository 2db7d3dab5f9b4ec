package dev.bourse.core.state.table;

import dev.bourse.core.state.Untried;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what may fit until an allocation has tried all of it. */
final class UntriedIndex implements Untried {

  private final TreeSet<AgentId> agents = new TreeSet<>();
  private final TreeSet<String> roles = new TreeSet<>();
  private final TreeMap<String, Resources> requests = new TreeMap<>();
  private boolean everything;

  void add(AgentId agent) {
    agents.add(agent);
  }

  void add(Resources request) {
    requests.put(request.toString(), request);
  }

  void addRole(String role) {
    roles.add(role);
  }

  void addEverything() {
    everything = true;
  }

  void clear() {
    agents.clear();
    roles.clear();
    everything = false;
    requests.clear();
  }

  @Override
  public SortedSet<AgentId> agents() {
    return Collections.unmodifiableSortedSet(agents);
  }

  @Override
  public SortedSet<String> roles() {
    return Collections.unmodifiableSortedSet(roles);
  }

  @Override
  public boolean everything() {
    return everything;
  }

  @Override
  public Collection<Resources> requests() {
    return Collections.unmodifiableCollection(requests.values());
  }
}
