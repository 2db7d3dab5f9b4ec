package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.jobs.JobService;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.task.Reason;
import org.jspecify.annotations.Nullable;

/** Ends a job: at once when nothing of it runs, else by ending its attempt. */
final class CancelJobHandler implements CommandHandler<CancelJob> {

  private final JobService jobs;

  CancelJobHandler(JobService jobs) {
    this.jobs = jobs;
  }

  @Override
  public @Nullable Rejection handle(CancelJob command, Context context) {
    JobRow job = context.state().job(command.job());
    if (job == null) {
      return missing(command, context.state().finishedJob(command.job()));
    }
    context.emit(new JobCancelRequested(job.id(), context.token(), command.message()));
    TaskRow task = context.state().task(job.task());
    if (task == null) {
      jobs.cancel(job.id(), context);
    } else if (task.killReason() == null) {
      context.emit(new TaskKillRequested(task.id(), Reason.CANCELLED, null, null));
    }
    return null;
  }

  private static Rejection missing(CancelJob command, @Nullable FinishedJobRow finished) {
    return new Rejection(
        finished == null
            ? "job: there is no job '" + command.job() + "'"
            : "job: '" + command.job() + "' is already " + finished.state());
  }
}
