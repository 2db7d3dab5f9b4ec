package dev.bourse.topics.command;

import dev.bourse.topics.id.JobId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * End this job: at once when it waits, with its kill grace when it runs.
 *
 * @param job which
 * @param message who or what asked for it, for people; may be null
 */
public record CancelJob(JobId job, @Nullable String message) implements Command {

  /** Checks. */
  public CancelJob {
    Objects.requireNonNull(job, "job: is missing");
  }
}
