package dev.bourse.core.allocator.fairshare;

import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.resources.Quantities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Weighted dominant resource fairness: a role's share is the largest part it holds of any one
 * resource of the cluster, divided by its weight, and the role with the smallest share goes first;
 * ties go by name.
 */
public final class FairShareSorter {

  /** Puts roles in the order in which they are offered something. */
  public List<String> order(List<String> roles, ClusterState state) {
    if (roles.size() < 2) {
      return roles;
    }
    TreeMap<String, Share> shares = new TreeMap<>();
    for (String role : roles) {
      shares.put(role, dominantShare(role, state));
    }
    List<String> sorted = new ArrayList<>(roles);
    sorted.sort(
        Comparator.comparing((String role) -> shares.getOrDefault(role, Share.NOTHING))
            .thenComparing(Comparator.naturalOrder()));
    return sorted;
  }

  private static Share dominantShare(String role, ClusterState state) {
    Quantities used = state.usedBy(role);
    Quantities total = state.total();
    int weight = state.settings().role(role).weight();
    Share dominant = new Share(0, 1, weight);
    for (String name : used.names()) {
      long whole = total.get(name);
      if (whole > 0) {
        Share share = new Share(used.get(name), whole, weight);
        if (share.compareTo(dominant) > 0) {
          dominant = share;
        }
      }
    }
    return dominant;
  }
}
