package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.AgentForgotten;
import dev.bourse.core.event.FilterExpired;
import dev.bourse.core.event.FrameworkForgotten;
import dev.bourse.core.event.FrameworkRemoved;
import dev.bourse.core.event.JobExpired;
import dev.bourse.core.event.JobRetryDue;
import dev.bourse.core.event.LookDue;
import dev.bourse.core.event.OfferExpired;
import dev.bourse.core.event.TaskForgotten;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.frameworks.Filters;
import dev.bourse.core.frameworks.FrameworkEnds;
import dev.bourse.core.frameworks.Reconciler;
import dev.bourse.core.frameworks.TaskNews;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.ReconciliationRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskSource;
import dev.bourse.topics.view.Upkeep;
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
      case LOOK_FOR_ROOM -> context.emit(new LookDue(timer.dueAt()));
      case END_DRAIN -> endDrain(new AgentId(timer.subject()), context);
      case EXPIRE_OFFER -> expireOffer(Long.parseLong(timer.subject()), context);
      case EXPIRE_FILTER -> expireFilter(timer.subject(), context);
      case EXPIRE_TASK ->
          context.emit(new TaskForgotten(new TaskId(timer.subject()), timer.dueAt()));
      case RESEND_UPDATE -> TaskNews.resend(new TaskId(timer.subject()), context);
      case REMOVE_FRAMEWORK -> removeFramework(new FrameworkId(timer.subject()), context);
      case FORGET_FRAMEWORK -> forgetFramework(new FrameworkId(timer.subject()), context);
      case GO_ON_RECONCILING -> goOnReconciling(new FrameworkId(timer.subject()), context);
    }
  }

  /** What nobody answers is offered to somebody else first. */
  private static void expireOffer(long number, Context context) {
    OfferRow offer = existing(context.state().offer(number), number);
    FrameworkId id = offer.framework();
    FrameworkRow framework = id == null ? null : context.state().framework(id);
    context.emit(new OfferExpired(number));
    if (framework != null) {
      Filters.set(framework, offer.role(), offer.agent(), offer.resources(), null, context);
    }
  }

  private static void expireFilter(String key, Context context) {
    String[] parts = key.split(" ", -1);
    context.emit(new FilterExpired(new FrameworkId(parts[0]), parts[1], new AgentId(parts[2])));
  }

  private static void removeFramework(FrameworkId id, Context context) {
    FrameworkEnds.remove(id, "it stayed away for longer than its failover timeout", context);
    Drains.checkAll(context);
  }

  private static void forgetFramework(FrameworkId id, Context context) {
    FrameworkRow framework = existing(context.state().framework(id), id);
    if (context.state().tasksOf(id, null, 1).isEmpty()) {
      context.emit(new FrameworkForgotten(id));
    } else {
      context.emit(
          new FrameworkRemoved(
              id,
              context.now(),
              context.now() + context.settings().agentMemoryMillis(),
              String.valueOf(framework.message())));
    }
  }

  private static void goOnReconciling(FrameworkId id, Context context) {
    ReconciliationRow row = existing(context.state().reconciliation(id), id);
    FrameworkRow framework = existing(context.state().framework(id), id);
    Reconciler.implicit(framework, row.after(), context);
  }

  private void endDrain(AgentId id, Context context) {
    for (TaskRow task : new ArrayList<>(context.state().tasksOf(id))) {
      attempts.lose(
          task, Reason.AGENT_DRAINING, "the agent was not emptied before its deadline", context);
    }
    AgentRow agent = existing(context.state().agent(id), id);
    if (agent.care().drain() == Upkeep.Drain.DRAINING) {
      // Nobody waits any longer for frameworks that do not acknowledge.
      context.emit(new UpkeepChanged(id, agent.care().drained()));
      if (agent.care().markGone()) {
        Goodbyes.remove(id, "it has been emptied", context);
      }
    }
  }

  private void timeOut(TaskId id, Context context) {
    TaskRow task = existing(context.state().task(id), id);
    context.emit(new TaskKillRequested(id, Reason.MAX_COMPLETION_TIME_REACHED, null, null));
    attempts.change(
        new TaskStatusChanged(
            id,
            task.state(),
            task.status().sequence(),
            Reason.MAX_COMPLETION_TIME_REACHED,
            "has run longer than its timeout",
            task.status().startedAt(),
            0),
        TaskSource.MASTER,
        context);
  }

  private static void expire(JobId id, Context context) {
    FinishedJobRow job = existing(context.state().finishedJob(id), id);
    context.emit(new JobExpired(id, job.launched()));
  }

  private void removeAgent(AgentId id, Context context) {
    for (TaskRow task : new ArrayList<>(context.state().tasksOf(id))) {
      attempts.lose(task, Reason.AGENT_REMOVED, "the agent stayed away for too long", context);
    }
    Goodbyes.leave(id, context);
  }

  private static <R> R existing(@Nullable R row, Object id) {
    if (row == null) {
      throw new IllegalStateException("a timer stands for " + id + ", which is not there");
    }
    return row;
  }
}
