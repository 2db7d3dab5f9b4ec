package dev.bourse.topics.command;

import dev.bourse.topics.id.JobId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * End this job: at once when it waits, with its kill grace when it runs.
 *
 * @param job which
 * @param message who or what asked for it, for people, or null; at most 4,096 characters
 */
public record CancelJob(JobId job, @Nullable String message) implements Command {

  /** Checks. */
  public CancelJob {
    Objects.requireNonNull(job, "job: is missing");
    Texts.checkOptional("message", message, Texts.MAX_MESSAGE);
  }
}
