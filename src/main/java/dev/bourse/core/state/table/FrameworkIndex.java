package dev.bourse.core.state.table;

import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to whom: offers by framework and by agent, lines of updates by agent; and which
 * frameworks want more than they did.
 */
final class FrameworkIndex {

  private final TreeMap<FrameworkId, SortedMap<Long, OfferRow>> offersOf = new TreeMap<>();
  private final TreeMap<AgentId, SortedMap<Long, OfferRow>> offersOn = new TreeMap<>();
  private final TreeMap<AgentId, TreeSet<TaskId>> updatesOn = new TreeMap<>();
  private final TreeSet<FrameworkId> modest = new TreeSet<>();
  private final UntriedIndex untried;
  private final ShareIndex shares;

  FrameworkIndex(UntriedIndex untried, ShareIndex shares) {
    this.untried = untried;
    this.shares = shares;
  }

  void add(OfferRow offer) {
    if (offer.framework() != null) {
      offersOf.computeIfAbsent(offer.framework(), id -> new TreeMap<>()).put(offer.number(), offer);
      offersOn.computeIfAbsent(offer.agent(), id -> new TreeMap<>()).put(offer.number(), offer);
    }
  }

  void remove(OfferRow offer) {
    if (offer.framework() != null) {
      offersOf.computeIfPresent(offer.framework(), (id, there) -> without(there, offer));
      offersOn.computeIfPresent(offer.agent(), (id, there) -> without(there, offer));
    }
  }

  @SuppressWarnings("NullAway") // null takes the entry away
  private static SortedMap<Long, OfferRow> without(
      SortedMap<Long, OfferRow> there, OfferRow offer) {
    there.remove(offer.number());
    return there.isEmpty() ? null : there;
  }

  List<OfferRow> offersOf(FrameworkId framework) {
    SortedMap<Long, OfferRow> there = offersOf.get(framework);
    return there == null ? List.of() : new ArrayList<>(there.values());
  }

  List<OfferRow> offersOn(AgentId agent) {
    SortedMap<Long, OfferRow> there = offersOn.get(agent);
    return there == null ? List.of() : new ArrayList<>(there.values());
  }

  void add(UpdatesRow updates) {
    updatesOn.computeIfAbsent(updates.agent(), id -> new TreeSet<>()).add(updates.task());
  }

  void remove(UpdatesRow updates) {
    TreeSet<TaskId> there = updatesOn.get(updates.agent());
    if (there != null) {
      there.remove(updates.task());
      if (there.isEmpty()) {
        updatesOn.remove(updates.agent());
      }
    }
  }

  boolean hasUpdatesOn(AgentId agent) {
    return updatesOn.containsKey(agent);
  }

  /** A framework as it is now, and as it was. */
  void change(@Nullable FrameworkRow before, @Nullable FrameworkRow now) {
    if (before != null && isModest(before)) {
      modest.remove(before.id());
    }
    if (now != null && isModest(now)) {
      modest.add(now.id());
    }
    if (before != null) {
      for (RoleInfo role : before.info().roles()) {
        if (now == null || !now.wantsOffersIn(role.role())) {
          shares.deactivate(role.role(), before.id().value());
        }
      }
    }
    if (now != null) {
      for (RoleInfo role : now.info().roles()) {
        if (now.wantsOffersIn(role.role())) {
          shares.activate(role.role(), now.id().value());
          if (before == null || wantsMore(before, now, role)) {
            untried.addClient(role.role(), now.id());
          }
        }
      }
    }
  }

  private static boolean isModest(FrameworkRow framework) {
    if (framework.isConnected()) {
      for (RoleInfo role : framework.info().roles()) {
        if (role.minAllocatable() != null) {
          return true;
        }
      }
    }
    return false;
  }

  /** The frameworks that are there and have said what is worth an offer to them. */
  SortedSet<FrameworkId> modest() {
    return Collections.unmodifiableSortedSet(modest);
  }

  private static boolean wantsMore(FrameworkRow before, FrameworkRow now, RoleInfo role) {
    return !before.wantsOffersIn(role.role()) || !before.info().equals(now.info());
  }

  void clear() {
    modest.clear();
    offersOf.clear();
    offersOn.clear();
    updatesOn.clear();
  }
}
