package dev.bourse.simulator.swarm;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FilterExpired;
import dev.bourse.core.event.FilterSet;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a core may be wrong about frameworks and those who are stopped for others. */
final class FrameworkDefects {

  private FrameworkDefects() {}

  /** The next one on the same agent goes instead, if it may not be stopped. */
  static Event stopAnother(Event event, Context context) {
    if (event instanceof TaskKillRequested kill && kill.reason() == Reason.PREEMPTED) {
      TaskRow victim = context.state().task(kill.task());
      if (victim != null) {
        for (TaskRow other : context.state().tasksOf(victim.agent())) {
          if (other.killReason() == null && other.terms() != null && !other.terms().preemptible()) {
            return new TaskKillRequested(
                other.id(), kill.reason(), kill.message(), kill.graceMillis());
          }
        }
      }
    }
    return event;
  }

  static Event forgetEarlier(Event event, Context context) {
    if (event instanceof FilterSet filter) {
      context
          .state()
          .filtersOn(filter.framework(), filter.role(), filter.agent())
          .forEach(
              earlier ->
                  context.emit(
                      new FilterExpired(earlier.framework(), earlier.role(), earlier.agent())));
    }
    return event;
  }

  static @Nullable Command believeOptimism(Command command, Context context) {
    if (command instanceof AcceptOffers call) {
      OfferRow offer = context.state().offer(call.offers().getFirst());
      FrameworkRow framework = context.state().framework(call.framework());
      if (offer != null
          && offer.optimistic()
          && framework != null
          && call.framework().equals(offer.framework())
          && framework.session().equals(call.session())) {
        List<OfferOperation> operations = call.operations();
        List<TaskInfo> tasks = operations.isEmpty() ? null : operations.getFirst().tasks();
        if (operations.size() == 1
            && tasks != null
            && tasks.size() == 1
            && tasks.getFirst().command() != null
            && context.state().task(TaskId.of(framework.id(), tasks.getFirst().task())) == null
            && context.state().free(offer.agent()).contains(tasks.getFirst().resources())) {
          context.emit(new OfferAccepted(offer.number()));
          context.emit(launch(framework, tasks.getFirst(), offer, context));
          return null;
        }
      }
    }
    return command;
  }

  private static FrameworkTaskLaunched launch(
      FrameworkRow framework, TaskInfo task, OfferRow offer, Context context) {
    return new FrameworkTaskLaunched(
        TaskId.of(framework.id(), task.task()),
        framework.id(),
        task,
        0,
        0,
        false,
        0,
        context.state().cell().epochs() + 1,
        offer.agent(),
        offer.role(),
        context.now());
  }
}
