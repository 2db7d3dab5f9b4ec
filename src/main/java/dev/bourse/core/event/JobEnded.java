package dev.bourse.core.event;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.task.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A job has reached its terminal state.
 *
 * @param job which
 * @param state how
 * @param reason why, or null
 * @param message for people, or null
 * @param at in epoch milliseconds
 */
public record JobEnded(
    JobId job, JobState state, @Nullable Reason reason, @Nullable String message, long at)
    implements Event {}
