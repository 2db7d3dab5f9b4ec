package dev.bourse.core.event;

import dev.bourse.topics.id.JobId;

/**
 * A finished job is forgotten; its id may be used again.
 *
 * @param job which
 * @param launched whether there is a task to be forgotten with it
 */
public record JobExpired(JobId job, boolean launched) implements Event {}
