package dev.bourse.core.state.table;

import dev.bourse.core.state.Shares;
import dev.bourse.core.state.fairshare.ShareTree;
import dev.bourse.core.state.fairshare.Totals;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.resources.Quantities;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who shares what with whom: the tree of roles, and for each role those that share it. Follows
 * every change of tasks, offers, frameworks, jobs and settings.
 */
final class ShareIndex implements Shares {

  private final Totals totals = new Totals();
  private final ShareTree tree = new ShareTree(totals);
  private final TreeMap<String, ShareTree> byRole = new TreeMap<>();
  private final TreeMap<String, TreeSet<String>> active = new TreeMap<>();
  private final TreeSet<String> weighted = new TreeSet<>();

  void total(Quantities total) {
    totals.set(total);
  }

  /** What is set for roles, and what does not count. */
  void settings(SortedMap<String, RoleSettings> roles, List<String> excluded) {
    weighted.forEach(role -> tree.weight(role, RoleSettings.DEFAULT_WEIGHT));
    weighted.clear();
    roles.forEach(
        (role, settings) -> {
          tree.weight(role, settings.weight());
          weighted.add(role);
        });
    totals.exclude(new TreeSet<>(excluded));
  }

  void hold(String role, String client, Quantities amounts) {
    tree.hold(role, amounts);
    clientsOf(role).hold(client, amounts);
  }

  void release(String role, String client, Quantities amounts) {
    tree.release(role, amounts);
    clientsOf(role).release(client, amounts);
  }

  void grants(String role, String client, long before, long now) {
    clientsOf(role).grants(client, now);
    tree.grants(role, tree.grants(role) - before + now);
  }

  void activate(String role, String client) {
    if (active.computeIfAbsent(role, name -> new TreeSet<>()).add(client)) {
      clientsOf(role).activate(client);
      tree.activate(role);
    }
  }

  void deactivate(String role, String client) {
    TreeSet<String> there = active.get(role);
    if (there != null && there.remove(client)) {
      clientsOf(role).deactivate(client);
      if (there.isEmpty()) {
        active.remove(role);
        tree.deactivate(role);
      }
    }
  }

  private ShareTree clientsOf(String role) {
    return byRole.computeIfAbsent(role, name -> new ShareTree(totals));
  }

  @Override
  public Iterator<String> roles() {
    return tree.order();
  }

  @Override
  public Iterator<String> clients(String role) {
    return clientsOf(role).order();
  }

  @Override
  public Iterator<String> randomRoles(long seed) {
    return tree.randomOrder(seed);
  }

  @Override
  public Iterator<String> randomClients(String role, long seed) {
    return clientsOf(role).randomOrder(seed);
  }

  @Override
  public boolean isActive(String role) {
    return active.containsKey(role);
  }

  @Override
  public int compareRoles(String left, String right) {
    return tree.compare(left, right);
  }

  @Override
  public int compareClients(String role, String left, String right) {
    return clientsOf(role).compare(left, right);
  }

  @Override
  public Quantities held(String role) {
    return tree.held(role);
  }

  void clear() {
    tree.clear();
    byRole.clear();
    active.clear();
    weighted.clear();
  }
}
