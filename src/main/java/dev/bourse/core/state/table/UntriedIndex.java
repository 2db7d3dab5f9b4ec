package dev.bourse.core.state.table;

import dev.bourse.core.state.Untried;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what may fit until an allocation has tried all of it. */
final class UntriedIndex implements Untried {

  private final TreeSet<AgentId> agents = new TreeSet<>();
  private final TreeSet<String> roles = new TreeSet<>();
  private final TreeMap<String, Resources> requests = new TreeMap<>();
  private final TreeSet<Client> clients = new TreeSet<>();
  private final TreeMap<AgentId, SortedSet<Client>> pairs = new TreeMap<>();
  private boolean everything;
  private boolean fillers;
  private boolean loosened;

  /** Since when is not known: it may have been while others were tried, and before some of them. */
  private boolean loosenedAgain;

  void add(AgentId agent) {
    agents.add(agent);
  }

  void add(Resources request) {
    requests.put(request.toString(), request);
  }

  void addRole(String role) {
    roles.add(role);
  }

  void addClient(String role, FrameworkId framework) {
    clients.add(new Client(role, framework));
  }

  void addPair(AgentId agent, String role, FrameworkId framework) {
    pairs.computeIfAbsent(agent, id -> new TreeSet<>()).add(new Client(role, framework));
  }

  void addFiller() {
    fillers = true;
  }

  void addEverything() {
    everything = true;
  }

  void addLoosened() {
    loosened = true;
    loosenedAgain = true;
  }

  /** All of it has been tried. What came of that may have made room for others, once more. */
  void clear() {
    agents.clear();
    roles.clear();
    requests.clear();
    clients.clear();
    pairs.clear();
    everything = false;
    fillers = false;
    loosened = loosenedAgain;
    loosenedAgain = false;
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
  public boolean fillers() {
    return fillers;
  }

  @Override
  public boolean loosened() {
    return loosened;
  }

  @Override
  public Collection<Resources> requests() {
    return Collections.unmodifiableCollection(requests.values());
  }

  @Override
  public SortedSet<Client> clients() {
    return Collections.unmodifiableSortedSet(clients);
  }

  @Override
  public SortedMap<AgentId, SortedSet<Client>> pairs() {
    return Collections.unmodifiableSortedMap(pairs);
  }
}
