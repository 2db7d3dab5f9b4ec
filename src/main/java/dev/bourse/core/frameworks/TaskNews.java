package dev.bourse.core.frameworks;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.UpdateAcknowledged;
import dev.bourse.core.event.UpdateQueued;
import dev.bourse.core.event.UpdateResent;
import dev.bourse.core.event.UpdateSent;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskSource;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.FrameworkState;
import org.jspecify.annotations.Nullable;

/** Tells frameworks where their tasks stand, so that nothing is missed. */
public final class TaskNews {

  private TaskNews() {}

  /** There is news of a task: its framework is told until it has acknowledged it. */
  public static void changed(TaskRow task, TaskSource source, Context context) {
    FrameworkRow framework = owner(task, context.state());
    if (framework == null || framework.state() == FrameworkState.REMOVED) {
      return;
    }
    context.emit(
        new UpdateQueued(
            task.id(),
            task.agent(),
            update(task, framework, source, context),
            context.now(),
            context.settings().offers().resendMillis()));
  }

  private static @Nullable FrameworkRow owner(TaskRow task, ClusterState state) {
    FrameworkId id = task.framework();
    return id == null ? null : state.framework(id);
  }

  private static TaskUpdate update(
      TaskRow task, FrameworkRow framework, TaskSource source, Context context) {
    TaskRow.Status status = task.status();
    return new TaskUpdate(
        framework.id(),
        task.id().name(),
        VisibleState.of(status.state(), framework),
        source,
        status.reason(),
        status.message(),
        task.agent(),
        id(task, context),
        context.now(),
        status.startedAt(),
        status.state() == TaskState.UNREACHABLE ? context.now() : 0,
        status.exit());
  }

  /** Of the step, and of the place in the line: no two of a task are alike. */
  private static String id(TaskRow task, Context context) {
    UpdatesRow line = context.state().updates(task.id());
    int place = line == null ? 0 : line.pending().size();
    return (context.state().cell().steps() + 1) + "-" + place + "-" + task.state();
  }

  /** The answer to a question: where a task stands now. */
  static void answer(TaskRow task, FrameworkRow framework, Context context) {
    boolean isAway = task.state() == TaskState.UNREACHABLE;
    AgentRow agent = context.state().agent(task.agent());
    context.emit(
        new UpdateSent(
            new TaskUpdate(
                framework.id(),
                task.id().name(),
                VisibleState.of(task.state(), framework),
                TaskSource.MASTER,
                Reason.RECONCILIATION,
                null,
                task.agent(),
                null,
                context.now(),
                task.status().startedAt(),
                isAway && agent != null ? agent.changedAt() : 0,
                null)));
  }

  /** Tells a framework of a task that there is not, or not any more. */
  static void say(
      FrameworkRow framework,
      String task,
      TaskState state,
      Reason reason,
      @Nullable String message,
      @Nullable AgentId agent,
      Context context) {
    context.emit(
        new UpdateSent(
            new TaskUpdate(
                framework.id(),
                task,
                VisibleState.of(state, framework),
                TaskSource.MASTER,
                reason,
                message,
                agent,
                null,
                context.now(),
                0,
                0,
                null)));
  }

  /** A framework has taken in what is on its way; anything else that it says is ignored. */
  public static boolean acknowledge(TaskId task, String update, Context context) {
    UpdatesRow line = context.state().updates(task);
    if (line == null || !update.equals(line.first().update())) {
      return false;
    }
    context.emit(
        new UpdateAcknowledged(task, context.now(), context.settings().offers().resendMillis()));
    return true;
  }

  /** What was not acknowledged in time is sent again, and waits twice as long. */
  public static void resend(TaskId task, Context context) {
    UpdatesRow line = context.state().updates(task);
    FrameworkId id = task.framework();
    FrameworkRow framework = id == null ? null : context.state().framework(id);
    if (line == null) {
      throw new IllegalStateException("there are no updates of task " + task);
    }
    SchedulingSettings settings = context.settings().offers();
    boolean isThere = framework != null && framework.isConnected();
    long wait =
        isThere
            ? Math.min(settings.maxResendMillis(), 2 * line.waitMillis())
            : settings.maxResendMillis();
    context.emit(new UpdateResent(task, isThere, context.now() + wait, wait));
  }

  /** A framework is back: what it has not acknowledged is sent at once. */
  public static void resendAll(FrameworkId framework, int most, Context context) {
    long wait = context.settings().offers().resendMillis();
    int sent = 0;
    for (UpdatesRow line : context.state().updatesOf(framework)) {
      if (sent++ == most) {
        break;
      }
      context.emit(new UpdateResent(line.task(), true, context.now() + wait, wait));
    }
  }
}
