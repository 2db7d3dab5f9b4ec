package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FilterSet;
import dev.bourse.core.event.FiltersDropped;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferConflicted;
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.event.OfferExpired;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.event.OffersRevived;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.view.Upkeep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows every offer to a framework: it hears of it and of its end, once; it is used by the
 * framework that has it, in its present session, for no more than it shows; and what was declined
 * is not offered again before its time. What is emptied runs nothing.
 */
final class OfferStories {

  private record Declined(Resources resources, long until) {}

  private final Map<Long, OfferMade> open = new TreeMap<>();
  private final Map<FrameworkId, String> sessions = new TreeMap<>();
  private final Map<String, Declined> declined = new TreeMap<>();

  void take(Envelope envelope, Outcome outcome, ClusterState state) {
    List<String> expected = new ArrayList<>();
    boolean launches = false;
    for (Event event : outcome.events()) {
      take(event, envelope.command(), outcome, state, expected);
      launches |= event instanceof FrameworkTaskLaunched;
    }
    List<String> told = new ArrayList<>();
    for (SchedulerEvent notice : outcome.notices()) {
      if (notice instanceof ResourceOffer e) {
        told.add("made " + e.offer() + " to " + e.framework());
      } else if (notice instanceof OfferEnded e) {
        told.add(e.how() + " " + e.offer() + " of " + e.framework());
      }
    }
    if (!told.equals(expected)) {
      throw new Violation("frameworks are told %s, and not %s".formatted(told, expected));
    }
    expect(
        !launches || envelope.command() instanceof AcceptOffers,
        "tasks are launched by",
        envelope.command());
  }

  private void take(
      Event event, Command cause, Outcome outcome, ClusterState state, List<String> expected) {
    switch (event) {
      case FrameworkConnected e -> sessions.put(e.framework(), e.session());
      case FiltersDropped e -> declined.keySet().removeIf(key -> isOf(key, e.framework(), ""));
      // Of an agent in a role, what was refused last counts.
      case FilterSet e when !(cause instanceof DeclineOffers) ->
          declined.remove(e.framework() + " " + e.role() + " " + e.agent());
      case OffersRevived e ->
          e.roles()
              .forEach(role -> declined.keySet().removeIf(key -> isOf(key, e.framework(), role)));
      case OfferMade e when e.framework() != null -> made(e, e.framework(), outcome, expected);
      case OfferAccepted e -> {
        OfferMade offer = ended(e.offer(), OfferEnded.How.ACCEPTED, expected);
        if (offer != null) {
          expect(
              cause instanceof AcceptOffers call
                  && call.framework().equals(offer.framework())
                  && call.session().equals(sessions.get(call.framework()))
                  && call.offers().contains(e.offer()),
              "an offer is used by",
              cause);
        }
      }
      case OfferDeclined e -> {
        OfferMade offer = ended(e.offer(), OfferEnded.How.DECLINED, expected);
        if (offer != null && cause instanceof DeclineOffers call) {
          declined(offer, call, outcome.time(), state);
        }
      }
      case OfferRescinded e -> ended(e.offer(), OfferEnded.How.RESCINDED, expected);
      case OfferExpired e -> ended(e.offer(), OfferEnded.How.EXPIRED, expected);
      case OfferConflicted e -> ended(e.offer(), OfferEnded.How.CONFLICT, expected);
      default -> {}
    }
  }

  private void made(OfferMade e, FrameworkId framework, Outcome outcome, List<String> expected) {
    open.put(e.offer(), e);
    expected.add("made " + e.offer() + " to " + framework);
    @Nullable Declined known = declined.get(key(framework, e));
    if (known != null && outcome.time() < known.until()) {
      expect(!known.resources().contains(e.resources()), "it was declined a moment ago:", e);
    }
  }

  private @Nullable OfferMade ended(long number, OfferEnded.How how, List<String> expected) {
    @Nullable OfferMade offer = open.remove(number);
    if (offer != null) {
      expected.add(how + " " + number + " of " + offer.framework());
    }
    return offer;
  }

  private void declined(OfferMade offer, DeclineOffers call, long now, ClusterState state) {
    SchedulingSettings settings = state.settings().offers();
    Long wanted = call.refuseMillis();
    long millis = wanted == null || wanted < 0 ? settings.refuseMillis() : wanted;
    declined.put(
        key(call.framework(), offer),
        new Declined(
            offer.resources(), now + Math.max(settings.allocationIntervalMillis(), millis)));
  }

  private static String key(FrameworkId framework, OfferMade offer) {
    return framework + " " + offer.role() + " " + offer.agent();
  }

  private static boolean isOf(String key, FrameworkId framework, String role) {
    return key.startsWith(framework + " " + (role.isEmpty() ? "" : role + " "));
  }

  /** An agent that has been emptied runs nothing. */
  static void checkEmptied(ClusterState state) {
    for (TaskRow task : state.tasks()) {
      var agent = state.agent(task.agent());
      if (agent != null && agent.care().drain() == Upkeep.Drain.DRAINED) {
        throw new Violation("%s is said to be empty, and runs %s".formatted(agent.id(), task));
      }
    }
  }

  private static void expect(boolean holds, String otherwise, Object about) {
    if (!holds) {
      throw new Violation(otherwise + " " + about);
    }
  }
}
