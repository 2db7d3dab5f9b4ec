package dev.bourse.topics.command;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.FieldError;
import java.util.List;

/**
 * A submission whose id could be read but whose document is invalid: recorded, so that whoever asks
 * for the job learns why it does not exist.
 *
 * @param job its id
 * @param errors what is wrong with it, at least one entry
 */
public record RejectSubmission(JobId job, List<FieldError> errors) implements Command {

  /** Copies. */
  public RejectSubmission {
    errors = List.copyOf(errors);
  }
}
