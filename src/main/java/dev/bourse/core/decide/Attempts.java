package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.frameworks.TaskNews;
import dev.bourse.core.jobs.JobService;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskSource;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What becomes of attempts, whoever noticed it, for whoever launched them. */
final class Attempts {

  /** How long a row of a framework's task stays visible after its end. */
  private static final long TASK_MEMORY_MILLIS = 3_600_000;

  private final JobService jobs;

  Attempts(JobService jobs) {
    this.jobs = jobs;
  }

  /** There is news of an attempt, and it is not over. */
  void change(TaskStatusChanged news, TaskSource source, Context context) {
    context.emit(news);
    TaskRow task = context.state().task(news.task());
    if (task != null && task.framework() != null) {
      TaskNews.changed(task, source, context);
    }
  }

  /** Ends an attempt, and lets its framework decide what follows. */
  void end(
      TaskRow task,
      TaskState state,
      @Nullable Reason reason,
      @Nullable String message,
      TaskExit exit,
      TaskSource source,
      Context context) {
    context.emit(new TaskEnded(task.id(), state, reason, message, exit));
    if (task.job() != null) {
      context.emit(new TaskArchived(task.id(), 0));
      jobs.taskEnded(task.job(), context);
    } else {
      TaskRow ended = context.state().task(task.id());
      if (ended != null) {
        TaskNews.changed(ended, source, context);
      }
      context.emit(new TaskArchived(task.id(), context.now() + TASK_MEMORY_MILLIS));
      endGroup(task, state, context);
    }
    Drains.check(task.agent(), context);
  }

  /** When one of a group does not end well, all end. */
  private static void endGroup(TaskRow task, TaskState state, Context context) {
    TaskRow.Terms terms = task.terms();
    if (terms == null || terms.group() == 0 || state == TaskState.FINISHED) {
      return;
    }
    for (TaskRow other : new ArrayList<>(context.state().tasksOf(task.agent()))) {
      if (other.terms() != null
          && other.terms().group() == terms.group()
          && other.killReason() == null) {
        context.emit(new TaskKillRequested(other.id(), Reason.TASK_GROUP_ENDED, null, null));
      }
    }
  }

  /** Ends an attempt of which nothing more will be heard. */
  void lose(TaskRow task, TaskState state, Reason reason, String message, Context context) {
    TaskExit exit = TaskExit.unseen(task.status().startedAt(), context.now());
    end(task, state, reason, message, exit, TaskSource.MASTER, context);
  }

  /** Ends an attempt of which nothing more will be heard. */
  void lose(TaskRow task, Reason reason, String message, Context context) {
    lose(task, TaskState.LOST, reason, message, context);
  }
}
