package dev.bourse.core.allocator.fairshare;

import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.resources.Quantities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Dominant resource fairness: a role's share is the largest part it holds of any one resource of
 * the cluster, and the role with the smallest share goes first; ties go by name.
 */
public final class FairShareSorter {

  /** Puts roles in the order in which they are offered something. */
  public List<String> order(List<String> roles, ClusterState state) {
    if (roles.size() < 2) {
      return roles;
    }
    TreeMap<String, Share> shares = new TreeMap<>();
    for (String role : roles) {
      shares.put(role, dominantShare(state.usedBy(role), state.total()));
    }
    List<String> sorted = new ArrayList<>(roles);
    sorted.sort(
        Comparator.comparing((String role) -> shares.getOrDefault(role, Share.NOTHING))
            .thenComparing(Comparator.naturalOrder()));
    return sorted;
  }

  private static Share dominantShare(Quantities used, Quantities total) {
    Share dominant = Share.NOTHING;
    for (String name : used.names()) {
      long whole = total.get(name);
      if (whole > 0) {
        Share share = new Share(used.get(name), whole);
        if (share.compareTo(dominant) > 0) {
          dominant = share;
        }
      }
    }
    return dominant;
  }
}
