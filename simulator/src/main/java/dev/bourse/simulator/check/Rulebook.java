package dev.bourse.simulator.check;

import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.ReservationChanged;
import dev.bourse.core.event.RoleChanged;
import dev.bourse.core.event.SettingsChanged;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.view.AgentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What may be given to whom, written down a second time: from what events have said, and from rows
 * of tasks and offers, amount by amount; without the core's indexes.
 */
final class Rulebook {

  private final TreeMap<AgentId, Resources> layouts = new TreeMap<>();
  private final TreeMap<String, RoleSettings> said = new TreeMap<>();
  private Settings settings = Settings.DEFAULT;

  /** Takes in what an event says of the rules; before or after it is applied. */
  void take(Event event) {
    switch (event) {
      case AgentRegistered e ->
          layouts.put(e.facts().agent(), e.layout() == null ? e.facts().resources() : e.layout());
      case ReservationChanged e ->
          layouts.computeIfPresent(
              e.agent(), (id, layout) -> layout.minus(e.before()).plus(e.after()));
      case RoleChanged e -> said.put(e.role(), e.settings());
      case SettingsChanged e -> settings = e.settings();
      default -> {}
    }
  }

  SchedulingSettings scheduling() {
    return settings.offers();
  }

  RoleSettings role(String name) {
    RoleSettings last = said.get(name);
    return last == null ? settings.role(name) : last;
  }

  /**
   * Whether anything is kept for anybody: then a role may be passed over for another one's sake.
   */
  boolean guaranteesAnything() {
    Set<String> names = new TreeSet<>(said.keySet());
    if (settings.roles() != null) {
      names.addAll(settings.roles().keySet());
    }
    return names.stream().anyMatch(name -> role(name).guarantee() != null);
  }

  /** What an agent has, as it was last laid out, less what tasks and offers hold. */
  Resources free(AgentId agent, ClusterState state) {
    Resources free = layouts.getOrDefault(agent, Resources.EMPTY);
    for (TaskRow task : state.tasksOf(agent)) {
      free = without(free, task.resources());
    }
    for (OfferRow offer : state.offersOn(agent)) {
      if (!offer.optimistic()) {
        free = without(free, offer.resources());
      }
    }
    return free;
  }

  private static Resources without(Resources free, Resources held) {
    return free.contains(held) ? free.minus(held) : Resources.EMPTY;
  }

  /** What a role may have of this, of all that is free: within its limit and those above it. */
  Resources within(String role, Resources room, ClusterState state) {
    Resources left = usable(role, room);
    for (String at = role; !at.isEmpty(); at = above(at)) {
      Quantities limit = role(at).limit();
      if (limit != null) {
        left = within(at, limit, left, state);
      }
    }
    return left;
  }

  private Resources within(String at, Quantities limit, Resources room, ClusterState state) {
    Quantities consumed = consumed(at, state);
    Resources left = room;
    for (String name : limit.names()) {
      long most = Math.max(0, limit.get(name) - consumed.get(name));
      long above = amount(outside(at, left), name) - most;
      // The first ones are kept, as documented of limits.
      for (Resource entry : outside(at, left).reversed()) {
        if (above > 0 && entry.name().equals(name)) {
          long part = Math.min(above, Resources.of(entry).quantities().get(name));
          left = left.minus(Resources.of(entry).cutToQuantities(Quantities.of(name, part)));
          above -= part;
        }
      }
    }
    return left;
  }

  /** What is reserved for a role at or below counts as consumed already. */
  private static List<Resource> outside(String at, Resources room) {
    List<Resource> outside = new ArrayList<>();
    for (Resource entry : room.entries()) {
      String owner = entry.reservedFor();
      if (owner == null || !isIn(owner, at)) {
        outside.add(entry);
      }
    }
    return outside;
  }

  private static long amount(List<Resource> entries, String name) {
    long sum = 0;
    for (Resource entry : entries) {
      sum += Resources.of(entry).quantities().get(name);
    }
    return sum;
  }

  /** What nobody has reserved, and what is reserved for the role or one above it. */
  static Resources usable(String role, Resources room) {
    List<Resource> usable = new ArrayList<>();
    for (Resource entry : room.entries()) {
      String owner = entry.reservedFor();
      if (owner == null || isIn(role, owner)) {
        usable.add(entry);
      }
    }
    return Resources.of(usable);
  }

  /** What counts against the limit of a role. */
  Quantities consumed(String at, ClusterState state) {
    TreeMap<String, Long> sum = new TreeMap<>();
    for (TaskRow task : state.tasks()) {
      if (isIn(task.role(), at)) {
        add(task.resources(), sum);
      }
    }
    for (OfferRow offer : state.offers()) {
      if (isIn(offer.role(), at) && !offer.optimistic()) {
        add(offer.resources(), sum);
      }
    }
    for (AgentRow agent : state.agents()) {
      if (agent.state() != AgentState.GONE && isLaidOut(agent.id())) {
        for (Resource entry : free(agent.id(), state).entries()) {
          String owner = entry.reservedFor();
          if (owner != null && isIn(owner, at)) {
            add(Resources.of(entry), sum);
          }
        }
      }
    }
    return new Quantities(sum);
  }

  private static void add(Resources resources, Map<String, Long> sum) {
    resources.quantities().amounts().forEach((name, amount) -> sum.merge(name, amount, Long::sum));
  }

  private boolean isLaidOut(AgentId agent) {
    return !layouts.getOrDefault(agent, Resources.EMPTY).reserved().isEmpty();
  }

  /** Whether a role is another one or below it. */
  static boolean isIn(String role, String at) {
    return role.equals(at) || role.startsWith(at + "/");
  }

  /** The role above; empty when there is none. */
  static String above(String role) {
    return role.substring(0, Math.max(0, role.lastIndexOf('/')));
  }
}
