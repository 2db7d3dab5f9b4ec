package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;

/**
 * Everything about an attempt that is over has been published; its job remembers it.
 *
 * @param task which
 * @param expiresAt until when the row of a framework's task stays visible, in epoch milliseconds; 0
 *     for the task of a job, which goes with the job
 */
public record TaskArchived(TaskId task, long expiresAt) implements Event {}
