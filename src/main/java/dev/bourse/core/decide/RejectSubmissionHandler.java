package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.JobRejected;
import dev.bourse.core.state.FinishedJobRow;
import dev.bourse.topics.command.RejectSubmission;
import dev.bourse.topics.job.FieldError;
import dev.bourse.topics.job.JobState;
import java.util.stream.Collectors;

/** Records a refused submission under its id, unless a job already has it. */
final class RejectSubmissionHandler implements CommandHandler<RejectSubmission> {

  @Override
  public Rejection handle(RejectSubmission command, Context context) {
    FinishedJobRow finished = context.state().finishedJob(command.job());
    boolean taken =
        context.state().job(command.job()) != null
            || (finished != null && finished.state() != JobState.REJECTED);
    if (!taken) {
      context.emit(
          new JobRejected(
              command.job(),
              command.errors(),
              context.token(),
              context.now(),
              context.now() + context.settings().rejectionMemoryMillis()));
    }
    return new Rejection(
        command.errors().stream().map(FieldError::toString).collect(Collectors.joining("; ")));
  }
}
