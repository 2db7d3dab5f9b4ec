package dev.bourse.simulator.check;

import dev.bourse.core.event.Event;
import dev.bourse.core.event.FilterExpired;
import dev.bourse.core.event.FilterSet;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.HoldRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.FrameworkState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who wants what an agent has, and would take it or look at it if it were offered. */
final class Wishes {

  private final Rulebook rules;
  private final Declined declined = new Declined();

  Wishes(Rulebook rules) {
    this.rules = rules;
  }

  /** Takes in what was declined, and for how long. */
  void take(Event event) {
    switch (event) {
      case FilterSet e ->
          declined.add(e.framework(), e.role(), e.agent(), e.resources(), e.until());
      case FilterExpired e -> declined.expire(e.framework(), e.role(), e.agent());
      default -> declined.take(event);
    }
  }

  /** Whether it was said that this is not wanted for now, and until when; 0 when it was not. */
  long declinedUntil(FrameworkId framework, String role, AgentId agent, Resources resources) {
    return declined.until(framework, role, agent, resources);
  }

  /** Those who want something of what is free and not kept for others, by role. */
  Map<String, List<String>> of(AgentId agent, Resources free, ClusterState state) {
    Map<String, List<String>> wishes = new TreeMap<>();
    HoldRow hold = state.hold(agent);
    for (var queue : state.pending().entrySet()) {
      Resources room = flat(beside(hold, rules.within(queue.getKey(), free, state)));
      if (hasFitting(queue.getValue(), room)) {
        wishes.computeIfAbsent(queue.getKey(), role -> new ArrayList<>()).add(Turns.JOBS);
      }
    }
    for (FrameworkRow framework : state.frameworks()) {
      for (RoleInfo role : framework.info().roles()) {
        Resources room = beside(hold, rules.within(role.role(), free, state));
        if (wants(framework, role, agent, room, state)) {
          wishes
              .computeIfAbsent(role.role(), name -> new ArrayList<>())
              .add(framework.id().value());
        }
      }
    }
    return wishes;
  }

  private static Resources beside(@Nullable HoldRow hold, Resources room) {
    return hold == null ? room : Room.beside(hold, room);
  }

  private boolean wants(
      FrameworkRow framework, RoleInfo role, AgentId agent, Resources room, ClusterState state) {
    if (framework.state() != FrameworkState.CONNECTED
        || framework.suppressed().contains(role.role())) {
      return false;
    }
    return isEnough(role, room)
        && declinedUntil(framework.id(), role.role(), agent, room) == 0
        && !(framework.info().can(Capability.OPTIMISTIC_OFFERS)
            && isShown(framework.id(), role.role(), agent, state));
  }

  /** Whether it is worth an offer to this framework. */
  boolean isEnough(RoleInfo role, Resources room) {
    String own = role.minAllocatable();
    return isEnough(own == null ? rules.scheduling().minAllocatable() : own, room);
  }

  /** Whether it is so much, by alternatives. */
  static boolean isEnough(String least, Resources room) {
    if (room.isEmpty()) {
      return false;
    }
    for (String alternative : least.split("\\|", -1)) {
      if (room.quantities().contains(Quantities.parse(alternative))) {
        return true;
      }
    }
    return least.isEmpty();
  }

  private static boolean isShown(
      FrameworkId framework, String role, AgentId agent, ClusterState state) {
    for (OfferRow offer : state.offers()) {
      if (framework.equals(offer.framework())
          && offer.role().equals(role)
          && offer.agent().equals(agent)) {
        return true;
      }
    }
    return false;
  }

  static boolean hasFitting(PendingJobs pending, Resources room) {
    for (JobRow job : pending.all()) {
      if (room.contains(job.spec().resources())) {
        return true;
      }
    }
    return false;
  }

  /** What is reserved for a role is as good to it as what is not. */
  static Resources flat(Resources room) {
    Resources flat = Resources.EMPTY;
    for (var entry : room.entries()) {
      flat = flat.plus(Resources.of(entry).flattened());
    }
    return flat;
  }
}
