package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.FrameworkForgotten;
import dev.bourse.core.event.FrameworkUpdated;
import dev.bourse.core.event.OfferMade;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.ReviveOffers;
import dev.bourse.topics.command.SuppressOffers;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.id.FrameworkId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In which roles frameworks want offers, from their own calls: who has suppressed a role is offered
 * nothing in it until he revives or subscribes anew.
 */
final class Wants {

  private final Map<FrameworkId, FrameworkInfo> infos = new TreeMap<>();
  private final Map<FrameworkId, TreeSet<String>> suppressed = new TreeMap<>();

  void take(Envelope envelope, Outcome outcome) {
    if (outcome.rejection() == null) {
      called(envelope.command());
    }
    outcome.events().forEach(this::take);
  }

  private void called(Command command) {
    switch (command) {
      case SuppressOffers call ->
          of(call.framework()).addAll(meant(call.framework(), call.roles()));
      case ReviveOffers call ->
          of(call.framework()).removeAll(meant(call.framework(), call.roles()));
      default -> {}
    }
  }

  private Set<String> of(FrameworkId framework) {
    return suppressed.computeIfAbsent(framework, id -> new TreeSet<>());
  }

  /** Who names no role means all of his. */
  private List<String> meant(FrameworkId framework, List<String> named) {
    FrameworkInfo info = infos.get(framework);
    return named.isEmpty() && info != null
        ? info.roles().stream().map(RoleInfo::role).toList()
        : named;
  }

  private void take(Event event) {
    switch (event) {
      case FrameworkConnected e -> {
        of(e.framework()).clear();
        said(e.framework(), e.info());
      }
      case FrameworkUpdated e -> said(e.framework(), e.info());
      case FrameworkForgotten e -> {
        infos.remove(e.framework());
        suppressed.remove(e.framework());
      }
      case OfferMade e when e.framework() != null -> {
        FrameworkInfo info = infos.get(e.framework());
        if (info == null || info.role(e.role()) == null) {
          throw new Violation("the framework is not in this role: " + e);
        }
        if (of(e.framework()).contains(e.role())) {
          throw new Violation("the framework has suppressed this role: " + e);
        }
      }
      default -> {}
    }
  }

  private void said(FrameworkId framework, FrameworkInfo info) {
    infos.put(framework, info);
    Set<String> roles = of(framework);
    roles.removeIf(role -> info.role(role) == null);
    for (RoleInfo role : info.roles()) {
      if (role.isSuppressed()) {
        roles.add(role.role());
      }
    }
  }
}
