package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.JobResubmitted;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.job.JobState;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a job. The same document under the same id is the same job, however often it arrives; a
 * different one is a conflict, which leaves the job as it is.
 */
final class SubmitJobHandler implements CommandHandler<SubmitJob> {

  @Override
  public @Nullable Rejection handle(SubmitJob command, Context context) {
    JobRow live = context.state().job(command.job());
    if (live != null) {
      return live.fingerprint().equals(command.fingerprint())
          ? again(command, context)
          : conflict(command, live.progress().state());
    }
    FinishedJobRow finished = context.state().finishedJob(command.job());
    if (finished != null && finished.state() != JobState.REJECTED) {
      return finished.fingerprint().equals(command.fingerprint())
          ? null
          : conflict(command, finished.state());
    }
    long order = context.state().cell().submissions() + 1;
    context.emit(
        new JobSubmitted(
            command.job(),
            command.spec(),
            command.fingerprint(),
            context.token(),
            order,
            context.now()));
    return null;
  }

  private static @Nullable Rejection again(SubmitJob command, Context context) {
    context.emit(new JobResubmitted(command.job(), context.token()));
    return null;
  }

  private static Rejection conflict(SubmitJob command, JobState state) {
    return new Rejection(
        "id: '"
            + command.job()
            + "' is taken by another job, which is "
            + state
            + "; submit this document under another id");
  }
}
