package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.lifecycle.TaskLifecycle;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskSource;
import dev.bourse.topics.task.TaskState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what an agent says of an attempt. Reports come at least once and possibly late: one that
 * is known is acknowledged again, one for an attempt that does not count any more is acknowledged
 * and refused, and if that attempt still runs it is ended.
 */
final class ReportStatusHandler implements CommandHandler<ReportStatus> {

  private final Attempts attempts;

  ReportStatusHandler(Attempts attempts) {
    this.attempts = attempts;
  }

  @Override
  public @Nullable Rejection handle(ReportStatus report, Context context) {
    if (context.state().agent(report.agent()) == null) {
      return new Rejection("agent: there is no agent '" + report.agent() + "'");
    }
    TaskRow task = context.state().task(report.task());
    if (task == null || task.epoch() != report.epoch() || !task.agent().equals(report.agent())) {
      return stale(report, task, context);
    }
    acknowledge(report, context);
    if (isKnown(report, task)) {
      return null;
    }
    if (!TaskLifecycle.allows(task.state(), report.state())) {
      return new Rejection("state: is " + report.state() + ", which cannot follow " + task.state());
    }
    if (report.state().isTerminal()) {
      end(task, report, context);
    } else {
      change(task, report, context);
    }
    return null;
  }

  /**
   * Whether nothing new is in it. An end is always news: an agent that lost its note of a kill in a
   * power cut counts its reports from one earlier, and what it says last must not be taken for what
   * it said before.
   */
  private static boolean isKnown(ReportStatus report, TaskRow task) {
    return !report.state().isTerminal() && report.sequence() <= task.status().sequence();
  }

  private static Rejection stale(ReportStatus report, @Nullable TaskRow task, Context context) {
    acknowledge(report, context);
    if (!report.state().isTerminal()) {
      context.emit(
          new StaleAttemptFound(report.agent(), report.task(), report.attempt(), report.epoch()));
    }
    return new Rejection(
        "task: attempt "
            + report.attempt()
            + " of '"
            + report.task()
            + "' (epoch "
            + report.epoch()
            + ") is not expected on agent '"
            + report.agent()
            + "'"
            + (task == null
                ? "; the task is over or unknown"
                : "; epoch " + task.epoch() + " on agent '" + task.agent() + "' is"));
  }

  private static void acknowledge(ReportStatus report, Context context) {
    context.emit(
        new StatusAcknowledged(
            report.agent(), report.task(), report.attempt(), report.epoch(), report.sequence()));
  }

  private void change(TaskRow task, ReportStatus report, Context context) {
    attempts.change(
        new TaskStatusChanged(
            task.id(),
            report.state(),
            report.sequence(),
            task.killReason() == null ? report.reason() : task.killReason(),
            report.message(),
            report.startedAt(),
            timeoutAt(task, report, context)),
        TaskSource.AGENT,
        context);
  }

  /**
   * The time a process may run is counted from its start as we learn of it: one clock, ours. It
   * goes on when an agent ends the process of its own accord, which may come to nothing.
   */
  private static long timeoutAt(TaskRow task, ReportStatus report, Context context) {
    long most = mostMillis(task, context.state());
    if (most == 0 || task.killReason() != null) {
      return 0;
    }
    long known = task.status().timeoutAt();
    return known > 0 || report.state() != TaskState.RUNNING ? known : context.now() + most;
  }

  private static long mostMillis(TaskRow task, ClusterState state) {
    if (task.terms() != null) {
      return task.terms().maxCompletionMillis();
    }
    JobRow job = task.job() == null ? null : state.job(task.job());
    return job == null ? 0 : job.spec().timeoutMillis();
  }

  private void end(TaskRow task, ReportStatus report, Context context) {
    TaskExit exit = Objects.requireNonNull(report.exit());
    boolean timedOut =
        task.killReason() == Reason.MAX_COMPLETION_TIME_REACHED
            && report.state() == TaskState.KILLED;
    TaskState state = timedOut ? TaskState.FAILED : report.state();
    boolean killed = task.killReason() != null && report.state() == TaskState.KILLED;
    Reason reason = killed ? task.killReason() : report.reason();
    String message = killed && task.killMessage() != null ? task.killMessage() : report.message();
    attempts.end(task, state, reason, message, exit, TaskSource.AGENT, context);
  }
}
