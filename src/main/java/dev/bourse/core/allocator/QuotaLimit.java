package dev.bourse.core.allocator;

import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;

/** Offers a role no more than its limit leaves it: of what the limit names, and of nothing else. */
public final class QuotaLimit {

  private QuotaLimit() {}

  /** What of these free resources a role may be offered. */
  public static Resources cap(String role, Resources free, ClusterState state) {
    Resources limit = state.settings().role(role).limit();
    if (limit == null) {
      return free;
    }
    Quantities held = state.usedBy(role);
    Resources unreserved = free.unreserved();
    Resources capped = free;
    for (String name : limit.quantities().names()) {
      long left = Math.max(0, limit.quantities().get(name) - held.get(name));
      long tooMuch = unreserved.scalar(name) - left;
      if (tooMuch > 0) {
        capped = capped.minus(Resources.scalar(name, tooMuch));
      }
    }
    return capped;
  }

  /** Whether a role has a limit. */
  public static boolean isSet(String role, ClusterState state) {
    return state.settings().role(role).limit() != null;
  }
}
