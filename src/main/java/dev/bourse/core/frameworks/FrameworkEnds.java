package dev.bourse.core.frameworks;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.FiltersDropped;
import dev.bourse.core.event.FrameworkDisconnected;
import dev.bourse.core.event.FrameworkRemoved;
import dev.bourse.core.event.ReconciliationContinued;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.UpdatesDropped;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.task.Reason;
import org.jspecify.annotations.Nullable;

/** Ends sessions, and frameworks. */
public final class FrameworkEnds {

  private static final long MEMORY_MILLIS = 30L * 24 * 3_600_000;

  private FrameworkEnds() {}

  /** A framework goes; its tasks stay for its failover timeout, and what it declined does not. */
  public static void disconnect(FrameworkRow framework, @Nullable String message, Context context) {
    OfferEnds.rescindOf(framework.id(), "the framework is disconnected", context);
    OfferEnds.withdrawInverse(null, framework.id(), context);
    if (!context.state().filtersOf(framework.id(), null).isEmpty()) {
      context.emit(new FiltersDropped(framework.id()));
    }
    long failover = framework.info().failoverMillis();
    context.emit(
        new FrameworkDisconnected(
            framework.id(), context.now(), context.now() + failover, message));
    if (failover == 0) {
      remove(framework.id(), "it was disconnected, and has no failover timeout", context);
    }
  }

  /** A framework is over: its tasks are killed, and its id is retired. */
  public static void remove(FrameworkId framework, String message, Context context) {
    OfferEnds.rescindOf(framework, "the framework is over", context);
    OfferEnds.withdrawInverse(null, framework, context);
    context.emit(new FiltersDropped(framework));
    if (context.state().reconciliation(framework) != null) {
      context.emit(new ReconciliationContinued(framework, null, context.now()));
    }
    for (UpdatesRow line : context.state().updatesOf(framework)) {
      context.emit(new UpdatesDropped(line.task()));
    }
    context.emit(
        new FrameworkRemoved(framework, context.now(), context.now() + MEMORY_MILLIS, message));
    for (TaskRow task : context.state().tasksOf(framework)) {
      if (task.killReason() == null) {
        context.emit(new TaskKillRequested(task.id(), Reason.FRAMEWORK_REMOVED, null, null));
      }
    }
  }
}
