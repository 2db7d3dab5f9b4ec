package dev.bourse.core.allocator.quota;

import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import java.util.ArrayList;
import java.util.List;

/**
 * Offers a role no more than its limit, and the limits of the roles above it, leave it: of what a
 * limit names, and of nothing else. What is reserved for a role counts as held already.
 */
public final class QuotaLimits {

  private QuotaLimits() {}

  /** What of these free resources a role may be offered. */
  public static Resources cap(String role, Resources free, ClusterState state) {
    if (state.roles().isEmpty()) {
      return free;
    }
    Resources capped = free;
    for (String at : Ancestors.of(role)) {
      Quantities limit = state.role(at).limit();
      if (limit != null) {
        capped = cap(at, limit, capped, state);
      }
    }
    return capped;
  }

  private static Resources cap(String role, Quantities limit, Resources free, ClusterState state) {
    Resources counted = counted(role, free);
    Resources kept = counted.cutToLimits(left(role, limit, state));
    return kept.equals(counted) ? free : free.minus(counted).plus(kept);
  }

  /** What a limit leaves, of what it names. */
  public static Quantities left(String role, Quantities limit, ClusterState state) {
    return limit.minus(state.consumedBy(role));
  }

  /** What does not count against the role's limit yet. */
  public static Resources counted(String role, Resources free) {
    Resources unreserved = free.unreserved();
    if (unreserved.equals(free)) {
      return free;
    }
    List<Resource> counted = new ArrayList<>();
    for (Resource entry : free.entries()) {
      String owner = entry.reservedFor();
      if (owner == null || !(owner.equals(role) || Roles.isBelow(owner, role))) {
        counted.add(entry);
      }
    }
    return Resources.of(counted);
  }

  /** Whether a role or one above it has a limit. */
  public static boolean isSet(String role, ClusterState state) {
    if (!state.roles().isEmpty()) {
      for (String at : Ancestors.of(role)) {
        if (state.role(at).limit() != null) {
          return true;
        }
      }
    }
    return false;
  }
}
