package dev.bourse.simulator.check;

import dev.bourse.core.event.Event;
import dev.bourse.core.event.FiltersDropped;
import dev.bourse.core.event.OffersRevived;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What frameworks have declined: each thing on its own, until its time or until they revive. */
final class Declined {

  private record Part(Resources resources, long until) {}

  private record Place(FrameworkId framework, String role, AgentId agent)
      implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::framework)
            .thenComparing(Place::role)
            .thenComparing(Place::agent);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<Place, List<Part>> parts = new TreeMap<>();

  /** What makes frameworks want again what they have declined. */
  void take(Event event) {
    switch (event) {
      case FiltersDropped e ->
          parts.keySet().removeIf(place -> place.framework().equals(e.framework()));
      case OffersRevived e ->
          parts
              .keySet()
              .removeIf(
                  place ->
                      place.framework().equals(e.framework()) && e.roles().contains(place.role()));
      default -> {}
    }
  }

  void add(FrameworkId framework, String role, AgentId agent, Resources resources, long until) {
    List<Part> there =
        parts.computeIfAbsent(new Place(framework, role, agent), place -> new ArrayList<>());
    there.removeIf(part -> part.until() <= until && resources.contains(part.resources()));
    there.add(new Part(resources, until));
  }

  /** What was declined for the shortest time is wanted again. */
  void expire(FrameworkId framework, String role, AgentId agent) {
    Place place = new Place(framework, role, agent);
    List<Part> there = parts.getOrDefault(place, List.of());
    there.stream().min(Comparator.comparingLong(Part::until)).ifPresent(there::remove);
    if (there.isEmpty()) {
      parts.remove(place);
    }
  }

  /** Until when such resources are not wanted; 0 when they are. */
  long until(FrameworkId framework, String role, AgentId agent, Resources resources) {
    long until = 0;
    for (Part part : parts.getOrDefault(new Place(framework, role, agent), List.of())) {
      if (part.resources().contains(resources)) {
        until = Math.max(until, part.until());
      }
    }
    return until;
  }
}
