package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.event.AgentForgotten;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FilterExpired;
import dev.bourse.core.event.FilterSet;
import dev.bourse.core.event.FrameworkForgotten;
import dev.bourse.core.event.FrameworkRemoved;
import dev.bourse.core.event.JobExpired;
import dev.bourse.core.event.JobRetryDue;
import dev.bourse.core.event.OfferExpired;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.ReconciliationContinued;
import dev.bourse.core.event.TaskForgotten;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.UpdateResent;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.task.Reason;

/**
 * A step does so much and no more, its number follows the last one, time never goes back, and what
 * comes of a step is in the digest.
 */
final class Bounds {

  private long sequence;
  private long time;
  private long digest;

  void check(Envelope envelope, Outcome outcome, Settings settings) {
    expect(outcome.sequence() == sequence + 1, "follows step " + sequence, outcome);
    expect(outcome.time() >= time, "is at " + outcome.time() + ", after " + time, outcome);
    boolean silent = outcome.events().isEmpty() && outcome.rejection() == null;
    expect(silent || outcome.digest() != digest, "leaves no trace in the digest", outcome);
    sequence = outcome.sequence();
    time = outcome.time();
    digest = outcome.digest();
    long launches = outcome.events().stream().filter(TaskLaunched.class::isInstance).count();
    expect(
        launches <= settings.launchesPerStep(),
        "launches %d, and may %d".formatted(launches, settings.launchesPerStep()),
        outcome);
    long offers = outcome.events().stream().filter(OfferMade.class::isInstance).count();
    expect(
        offers <= settings.offers().offersPerStep(),
        "makes %d offers, and may %d".formatted(offers, settings.offers().offersPerStep()),
        outcome);
    if (envelope.command() instanceof Tick tick) {
      long timers = outcome.events().stream().filter(Bounds::isOfTimer).count();
      expect(
          timers <= tick.maxTimers(),
          "runs %d timers, and may %d".formatted(timers, tick.maxTimers()),
          outcome);
    }
  }

  /**
   * Whether a tick has run all that was due: each timer leaves an event that is not only about what
   * is declined, and one that left fewer than it may had none to run any more.
   */
  static boolean hasRunAll(Tick tick, Outcome outcome) {
    return outcome.events().stream().filter(event -> !(event instanceof FilterSet)).count()
        < tick.maxTimers();
  }

  private static boolean isOfTimer(Event event) {
    return event instanceof JobRetryDue
        || event instanceof JobExpired
        || event instanceof FilterExpired
        || event instanceof OfferExpired
        || event instanceof TaskForgotten
        || event instanceof UpdateResent
        || event instanceof FrameworkRemoved
        || event instanceof FrameworkForgotten
        || event instanceof ReconciliationContinued
        || event instanceof AgentRemoved
        || event instanceof AgentForgotten
        || (event instanceof TaskKillRequested kill
            && kill.reason() == Reason.MAX_COMPLETION_TIME_REACHED);
  }

  private static void expect(boolean holds, String otherwise, Outcome outcome) {
    if (!holds) {
      throw new Violation(
          "step %d %s: %s".formatted(outcome.sequence(), otherwise, outcome.events()));
    }
  }
}
