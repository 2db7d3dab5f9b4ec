package dev.bourse.core.frameworks;

import dev.bourse.core.allocator.quota.QuotaLimits;
import dev.bourse.core.allocator.quota.Tops;
import dev.bourse.core.context.Context;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.OfferRow;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Roles;
import dev.bourse.topics.view.AgentState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an operator may guarantee and limit. */
public final class Quotas {

  private Quotas() {}

  /** What is wrong with quotas, as things stand; null when nothing is. */
  public static @Nullable String problem(List<RoleQuota> quotas, ClusterState state) {
    TreeMap<String, RoleQuota> wanted = new TreeMap<>();
    quotas.forEach(quota -> wanted.put(quota.role(), quota));
    for (RoleQuota quota : quotas) {
      String problem = aboveLimit(quota, state);
      if (problem != null) {
        return problem;
      }
    }
    return tooMuchGuaranteed(wanted, state);
  }

  private static @Nullable String aboveLimit(RoleQuota quota, ClusterState state) {
    Quantities limit = quota.limit();
    if (limit == null) {
      return null;
    }
    Quantities held = heldBy(quota.role(), state);
    return held.isWithin(limit)
        ? null
        : "limit: of role '"
            + quota.role()
            + "' is '"
            + limit
            + "', but it holds '"
            + held
            + "'; force it to let nothing start until it is below";
  }

  /**
   * What counts against the quota of a role when nothing is offered: offers are taken back, and
   * what is reserved stays so.
   */
  public static Quantities heldBy(String role, ClusterState state) {
    Quantities held = state.consumedBy(role);
    for (OfferRow offer : offersTo(role, state)) {
      if (!offer.optimistic()) {
        held = held.minus(QuotaLimits.counted(role, offer.resources()).quantities());
      }
    }
    return held;
  }

  /** Takes back what is offered to a role, and to those below it, when it is above its limit. */
  public static void enforce(String role, Context context) {
    Quantities limit = context.state().role(role).limit();
    if (limit == null) {
      return;
    }
    List<OfferRow> offers = offersTo(role, context.state());
    if (context.state().consumedBy(role).isWithin(limit)) {
      // What is shown to several at once is held by none of them, but may be above the limit.
      offers.removeIf(offer -> !offer.optimistic());
    }
    OfferEnds.rescind(offers, "the quota of role '" + role + "' is used up", context);
  }

  private static List<OfferRow> offersTo(String role, ClusterState state) {
    List<OfferRow> offers = new ArrayList<>();
    for (OfferRow offer : state.offers()) {
      if (offer.role().equals(role) || Roles.isBelow(offer.role(), role)) {
        offers.add(offer);
      }
    }
    return offers;
  }

  private static @Nullable String tooMuchGuaranteed(
      SortedMap<String, RoleQuota> wanted, ClusterState state) {
    TreeMap<String, Quantities> guarantees = new TreeMap<>();
    state
        .roles()
        .forEach(
            (role, settings) -> {
              if (settings.guarantee() != null) {
                guarantees.put(role, settings.guarantee());
              }
            });
    wanted.forEach(
        (role, quota) -> {
          if (quota.guarantee() == null) {
            guarantees.remove(role);
          } else {
            guarantees.put(role, quota.guarantee());
          }
        });
    String problem = aboveParent(guarantees);
    if (problem != null) {
      return problem;
    }
    Quantities sum = Tops.sum(guarantees, "");
    Quantities there = state.total().minus(reservedForOthers(guarantees.navigableKeySet(), state));
    return there.contains(sum)
        ? null
        : "guarantee: together they are '"
            + sum
            + "', but the cluster has '"
            + there
            + "' that is not reserved for others; force it to keep what there is";
  }

  /** What none of these roles can have, since it is reserved. */
  private static Quantities reservedForOthers(SortedSet<String> guaranteed, ClusterState state) {
    Quantities sum = Quantities.EMPTY;
    for (AgentRow agent : state.agents()) {
      if (agent.state() == AgentState.REGISTERED) {
        for (Resource entry : agent.offered().reserved().entries()) {
          if (!isOnPath(entry.reservedFor(), guaranteed)) {
            sum = sum.plus(Resources.of(entry).quantities());
          }
        }
      }
    }
    return sum;
  }

  /** Whether a role is one of these, above or below one of them. */
  private static boolean isOnPath(@Nullable String role, SortedSet<String> guaranteed) {
    for (String other : guaranteed) {
      if (other.equals(role)
          || (role != null && (Roles.isBelow(role, other) || Roles.isBelow(other, role)))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String aboveParent(SortedMap<String, Quantities> guarantees) {
    for (var entry : guarantees.entrySet()) {
      Quantities children = Tops.sum(guarantees, entry.getKey());
      if (!entry.getValue().contains(children)) {
        return "guarantee: of role '"
            + entry.getKey()
            + "' is '"
            + entry.getValue()
            + "', but the roles below it are guaranteed '"
            + children
            + "'";
      }
    }
    return null;
  }
}
