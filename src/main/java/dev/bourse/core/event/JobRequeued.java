package dev.bourse.core.event;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.task.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An attempt did not succeed and another will follow.
 *
 * @param job which
 * @param retryAt not before, in epoch milliseconds
 * @param counts whether the failure uses up a retry
 * @param reason why, or null
 * @param message for people, or null
 */
public record JobRequeued(
    JobId job, long retryAt, boolean counts, @Nullable Reason reason, @Nullable String message)
    implements Event {}
