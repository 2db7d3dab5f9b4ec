package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each task of an accept is answered for in its step, once: it is launched, or its framework hears
 * that it is not. A call that does not count is answered as a whole.
 */
final class LaunchAnswers {

  private LaunchAnswers() {}

  static void check(Envelope envelope, Outcome outcome) {
    if (!(envelope.command() instanceof AcceptOffers call)) {
      return;
    }
    List<String> answered = new ArrayList<>();
    boolean refused = false;
    for (Event event : outcome.events()) {
      if (event instanceof FrameworkTaskLaunched launch) {
        answered.add(launch.info().task());
      }
    }
    for (SchedulerEvent notice : outcome.notices()) {
      if (notice instanceof TaskUpdate update && update.update() == null) {
        expect(update.state().isTerminal(), "answered by " + update, call);
        answered.add(update.task());
      }
      refused |= notice instanceof CallRefused;
    }
    Rejection rejection = outcome.rejection();
    expect(refused == (rejection != null), "refused, and nobody is told", call);
    List<String> asked = isLookedAt(rejection) ? asked(call) : new ArrayList<>();
    asked.sort(null);
    answered.sort(null);
    expect(asked.equals(answered), "answered for " + answered, call);
  }

  /** Refused for who calls, nothing of it is. */
  private static boolean isLookedAt(@Nullable Rejection rejection) {
    return rejection == null
        || rejection.reason().startsWith("offers:")
        || rejection.reason().startsWith("calls:");
  }

  private static List<String> asked(AcceptOffers call) {
    List<String> asked = new ArrayList<>();
    for (OfferOperation operation : call.operations()) {
      if (operation.tasks() != null) {
        for (TaskInfo task : operation.tasks()) {
          asked.add(task.task());
        }
      }
    }
    return asked;
  }

  private static void expect(boolean holds, String otherwise, AcceptOffers call) {
    if (!holds) {
      throw new Violation("an accept is %s: %s".formatted(otherwise, call));
    }
  }
}
