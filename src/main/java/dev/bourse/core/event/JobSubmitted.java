package dev.bourse.core.event;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobSpec;

/**
 * A job has been accepted and waits for resources.
 *
 * @param job its id
 * @param spec what the user wants
 * @param fingerprint of the document
 * @param position of the submission, {@code partition:offset}
 * @param order its place in the queue
 * @param at in epoch milliseconds
 */
public record JobSubmitted(
    JobId job, JobSpec spec, String fingerprint, String position, long order, long at)
    implements Event {}
