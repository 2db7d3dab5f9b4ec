package dev.bourse.gateway.log;

import dev.bourse.topics.log.LogStream;
import dev.bourse.topics.view.JobView;
import org.jspecify.annotations.Nullable;

/**
 * Whose output is wanted.
 *
 * @param job as it was at the time of the request
 * @param follow whether to wait for more, until the job is over
 * @param only one stream, or null for both
 */
public record LogRequest(JobView job, boolean follow, @Nullable LogStream only) {

  boolean wants(LogStream stream) {
    return only == null || only == stream;
  }
}
