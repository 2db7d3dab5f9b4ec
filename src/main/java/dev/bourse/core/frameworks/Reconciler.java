package dev.bourse.core.frameworks;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.ReconciliationContinued;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.UpdatesRow;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers where tasks stand (reconciliation.md of Mesos). */
public final class Reconciler {

  private static final int MOST = 1_000;

  private Reconciler() {}

  /** Answers for each of these. */
  public static void explicit(List<TaskRef> tasks, FrameworkRow framework, Context context) {
    for (TaskRef task : tasks) {
      answer(task, framework, context);
    }
  }

  /** Answers for one, be it known or not. */
  public static void answer(TaskRef ref, FrameworkRow framework, Context context) {
    if (!TaskId.isValidName(ref.task())) {
      unknown(ref, TaskState.UNKNOWN, framework, context);
      return;
    }
    TaskId id = TaskId.of(framework.id(), ref.task());
    TaskRow task = context.state().task(id);
    UpdatesRow line = context.state().updates(id);
    if (task != null) {
      TaskNews.answer(task, framework, context);
    } else if (line != null) {
      ended(line, framework, context);
    } else {
      unknown(ref, stateOn(ref.agent(), context.state()), framework, context);
    }
  }

  private static void ended(UpdatesRow line, FrameworkRow framework, Context context) {
    TaskNews.say(
        framework,
        line.task().name(),
        line.pending().getLast().state(),
        Reason.RECONCILIATION,
        null,
        line.agent(),
        context);
  }

  private static void unknown(
      TaskRef ref, TaskState state, FrameworkRow framework, Context context) {
    TaskNews.say(framework, ref.task(), state, Reason.RECONCILIATION, null, ref.agent(), context);
  }

  /** What can be said of a task that is not known, by what is known of its agent. */
  private static TaskState stateOn(@Nullable AgentId id, ClusterState state) {
    AgentRow agent = id == null ? null : state.agent(id);
    if (agent == null) {
      return TaskState.UNKNOWN;
    }
    return switch (agent.state()) {
      case REGISTERED -> TaskState.GONE;
      case UNREACHABLE -> TaskState.UNREACHABLE;
      case GONE -> agent.care().markGone() ? TaskState.GONE_BY_OPERATOR : TaskState.GONE;
    };
  }

  /**
   * Answers for all tasks that are not over: for some of them now, and for the next ones with the
   * next tick.
   *
   * @param after the last one that was answered for; null to begin
   */
  public static void implicit(FrameworkRow framework, @Nullable TaskId after, Context context) {
    List<TaskRow> tasks = context.state().tasksOf(framework.id(), after, MOST);
    for (TaskRow task : tasks) {
      TaskNews.answer(task, framework, context);
    }
    boolean more = tasks.size() == MOST;
    if (more || after != null) {
      TaskId last = more ? tasks.getLast().id() : null;
      context.emit(new ReconciliationContinued(framework.id(), last, context.now()));
    }
  }
}
