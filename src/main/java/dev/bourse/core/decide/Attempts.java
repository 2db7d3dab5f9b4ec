package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.jobs.JobService;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import org.jspecify.annotations.Nullable;

/** What the end of an attempt comes to, whoever noticed it. */
final class Attempts {

  private final JobService jobs;

  Attempts(JobService jobs) {
    this.jobs = jobs;
  }

  /** Ends an attempt, and lets its framework decide what follows. */
  void end(
      TaskRow task,
      TaskState state,
      @Nullable Reason reason,
      @Nullable String message,
      TaskExit exit,
      Context context) {
    context.emit(new TaskEnded(task.id(), state, reason, message, exit));
    context.emit(new TaskArchived(task.id()));
    jobs.taskEnded(task.job(), context);
  }

  /** Ends an attempt of which nothing more will be heard. */
  void lose(TaskRow task, Reason reason, String message, Context context) {
    TaskExit exit = TaskExit.unseen(task.status().startedAt(), context.now());
    end(task, TaskState.LOST, reason, message, exit, context);
  }
}
