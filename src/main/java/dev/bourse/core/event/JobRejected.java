package dev.bourse.core.event;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.FieldError;
import java.util.List;

/**
 * A submission was refused because of its document.
 *
 * @param job its id
 * @param errors what is wrong with it
 * @param position of the submission, {@code partition:offset}
 * @param at in epoch milliseconds
 * @param expiresAt when it will be forgotten, in epoch milliseconds
 */
public record JobRejected(
    JobId job, List<FieldError> errors, String position, long at, long expiresAt)
    implements Event {}
