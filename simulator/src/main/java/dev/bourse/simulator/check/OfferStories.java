package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FilterSet;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferConflicted;
import dev.bourse.core.event.OfferDeclined;
import dev.bourse.core.event.OfferExpired;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.id.FrameworkId;
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

  private final Map<Long, OfferMade> open = new TreeMap<>();
  private final Map<FrameworkId, String> sessions = new TreeMap<>();
  private final Declined declined = new Declined();

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
    if (envelope.command() instanceof Tick tick && Bounds.hasRunAll(tick, outcome)) {
      checkDeadlines(outcome.time());
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
      // What an accept has left is not offered again either.
      case FilterSet e when cause instanceof AcceptOffers call ->
          declined.add(
              e.framework(),
              e.role(),
              e.agent(),
              e.resources(),
              until(call.refuseMillis(), outcome.time(), state));
      case OfferMade e when e.framework() != null -> {
        long timeout = state.settings().offers().offerTimeoutMillis();
        long until = timeout == 0 ? 0 : outcome.time() + timeout;
        expect(e.expiresAt() == until, "it is to be answered until " + until + ":", e);
        made(e, e.framework(), outcome, expected);
      }
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
          declined(offer, call.refuseMillis(), outcome.time(), state);
        }
      }
      case OfferRescinded e -> ended(e.offer(), OfferEnded.How.RESCINDED, expected);
      case OfferExpired e -> {
        OfferMade offer = ended(e.offer(), OfferEnded.How.EXPIRED, expected);
        if (offer != null) {
          expect(isOver(offer, outcome.time()), "its time is not over:", offer);
          declined(offer, null, outcome.time(), state);
        }
      }
      case OfferConflicted e -> ended(e.offer(), OfferEnded.How.CONFLICT, expected);
      default -> declined.take(event);
    }
  }

  private void made(OfferMade e, FrameworkId framework, Outcome outcome, List<String> expected) {
    open.put(e.offer(), e);
    expected.add("made " + e.offer() + " to " + framework);
    expect(
        declined.until(framework, e.role(), e.agent(), e.resources()) <= outcome.time(),
        "it was declined a moment ago:",
        e);
  }

  private @Nullable OfferMade ended(long number, OfferEnded.How how, List<String> expected) {
    @Nullable OfferMade offer = open.remove(number);
    if (offer != null) {
      expected.add(how + " " + number + " of " + offer.framework());
    }
    return offer;
  }

  private void declined(OfferMade offer, @Nullable Long wanted, long now, ClusterState state) {
    FrameworkId framework = offer.framework();
    if (framework != null) {
      declined.add(
          framework, offer.role(), offer.agent(), offer.resources(), until(wanted, now, state));
    }
  }

  private static long until(@Nullable Long wanted, long now, ClusterState state) {
    SchedulingSettings settings = state.settings().offers();
    long millis = wanted == null || wanted < 0 ? settings.refuseMillis() : wanted;
    return now + Math.max(settings.allocationIntervalMillis(), millis);
  }

  private void checkDeadlines(long now) {
    for (OfferMade offer : open.values()) {
      expect(!isOver(offer, now), "at " + now + " it is not taken back:", offer);
    }
  }

  private static boolean isOver(OfferMade offer, long now) {
    return offer.expiresAt() > 0 && offer.expiresAt() <= now;
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
