package dev.bourse.core.event;

import dev.bourse.topics.id.JobId;

/**
 * Everything about an ended job has been published; only its id is remembered.
 *
 * @param job which
 * @param expiresAt until when, in epoch milliseconds
 */
public record JobArchived(JobId job, long expiresAt) implements Event {}
