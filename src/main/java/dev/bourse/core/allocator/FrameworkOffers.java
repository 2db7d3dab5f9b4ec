package dev.bourse.core.allocator;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.MinAllocatable;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;
import java.util.TreeMap;

/** Offers to frameworks that answer later: all that a role may have of an agent, to one of them. */
final class FrameworkOffers {

  private final Context context;
  private final ClusterState state;

  /** By their text, so that each is read once in a step. */
  private final TreeMap<String, MinAllocatable> minimums = new TreeMap<>();

  FrameworkOffers(Context context) {
    this.context = context;
    this.state = context.state();
  }

  /** Makes an offer, unless something is against it. */
  boolean offer(String client, AgentRow agent, String role, Resources allowed) {
    FrameworkRow framework = state.framework(new FrameworkId(client));
    RoleInfo info = framework == null ? null : framework.info().role(role);
    if (framework == null || info == null || !framework.wantsOffersIn(role)) {
      return false;
    }
    boolean optimistic = framework.info().can(Capability.OPTIMISTIC_OFFERS);
    // What is asked of most in vain comes first: it costs least.
    if (Suitability.veto(framework, info, agent, state) != null
        || !minimum(info).isMetBy(allowed)
        || isFiltered(framework, role, agent, allowed)
        || (optimistic && hasOne(framework, role, agent))) {
      return false;
    }
    context.emit(
        new OfferMade(
            state.cell().offers() + 1,
            agent.id(),
            role,
            allowed,
            context.now(),
            framework.id(),
            expiry(),
            optimistic));
    return true;
  }

  private MinAllocatable minimum(RoleInfo role) {
    String own = role.minAllocatable();
    return own == null ? state.minAllocatable() : minimums.computeIfAbsent(own, MinAllocatable::of);
  }

  private boolean isFiltered(
      FrameworkRow framework, String role, AgentRow agent, Resources allowed) {
    for (FilterRow filter : state.filtersOn(framework.id(), role, agent.id())) {
      if (filter.resources().contains(allowed)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOne(FrameworkRow framework, String role, AgentRow agent) {
    for (OfferRow offer : state.offersOn(agent.id())) {
      if (framework.id().equals(offer.framework()) && offer.role().equals(role)) {
        return true;
      }
    }
    return false;
  }

  private long expiry() {
    long timeout = state.settings().offers().offerTimeoutMillis();
    return timeout == 0 ? 0 : context.now() + timeout;
  }
}
