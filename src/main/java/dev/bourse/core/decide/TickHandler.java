package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.AgentForgotten;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.JobExpired;
import dev.bourse.core.event.JobRetryDue;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Does what is due. Each timer takes itself away by what it does. */
final class TickHandler implements CommandHandler<Tick> {

  private final Attempts attempts;

  TickHandler(Attempts attempts) {
    this.attempts = attempts;
  }

  @Override
  public @Nullable Rejection handle(Tick command, Context context) {
    for (int i = 0; i < command.maxTimers() && !context.state().timers().isEmpty(); i++) {
      TimerRow timer = context.state().timers().getFirst();
      if (timer.dueAt() > context.now()) {
        break;
      }
      run(timer, context);
    }
    return null;
  }

  private void run(TimerRow timer, Context context) {
    switch (timer.kind()) {
      case RETRY_JOB -> context.emit(new JobRetryDue(new JobId(timer.subject())));
      case TIME_OUT_TASK -> timeOut(new TaskId(timer.subject()), context);
      case EXPIRE_JOB -> expire(new JobId(timer.subject()), context);
      case REMOVE_AGENT -> removeAgent(new AgentId(timer.subject()), context);
      case FORGET_AGENT -> context.emit(new AgentForgotten(new AgentId(timer.subject())));
    }
  }

  private static void timeOut(TaskId id, Context context) {
    TaskRow task = existing(context.state().task(id), id);
    context.emit(new TaskKillRequested(id, Reason.MAX_COMPLETION_TIME_REACHED));
    context.emit(
        new TaskStatusChanged(
            id,
            task.state(),
            task.status().sequence(),
            Reason.MAX_COMPLETION_TIME_REACHED,
            "has run longer than its timeout",
            task.status().startedAt(),
            0));
  }

  private static void expire(JobId id, Context context) {
    FinishedJobRow job = existing(context.state().finishedJob(id), id);
    context.emit(new JobExpired(id, job.launched()));
  }

  private void removeAgent(AgentId id, Context context) {
    for (TaskRow task : new ArrayList<>(context.state().tasksOf(id))) {
      attempts.lose(task, Reason.AGENT_REMOVED, "the agent stayed away for too long", context);
    }
    context.emit(
        new AgentRemoved(
            id, context.now(), context.now() + context.settings().agentMemoryMillis()));
  }

  private static <R> R existing(@Nullable R row, Object id) {
    if (row == null) {
      throw new IllegalStateException("a timer stands for " + id + ", which is not there");
    }
    return row;
  }
}
