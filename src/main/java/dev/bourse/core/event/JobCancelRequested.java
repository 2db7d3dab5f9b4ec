package dev.bourse.core.event;

import dev.bourse.topics.id.JobId;
import org.jspecify.annotations.Nullable;

/**
 * The end of a job has been asked for.
 *
 * @param job which
 * @param position of the request, {@code partition:offset}
 * @param message who or what asked, or null
 */
public record JobCancelRequested(JobId job, String position, @Nullable String message)
    implements Event {}
