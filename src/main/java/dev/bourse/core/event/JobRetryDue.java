package dev.bourse.core.event;

import dev.bourse.topics.id.JobId;

/**
 * A back-off is over; the job waits for resources.
 *
 * @param job which
 */
public record JobRetryDue(JobId job) implements Event {}
