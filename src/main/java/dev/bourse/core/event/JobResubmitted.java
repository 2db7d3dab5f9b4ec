package dev.bourse.core.event;

import dev.bourse.topics.id.JobId;

/**
 * A job that is not over has been submitted again, with the same document.
 *
 * @param job its id
 * @param position of the submission, {@code partition:offset}
 */
public record JobResubmitted(JobId job, String position) implements Event {}
