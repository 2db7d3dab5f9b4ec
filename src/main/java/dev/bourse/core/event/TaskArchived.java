package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;

/**
 * Everything about an attempt that is over has been published; its job remembers it.
 *
 * @param task which
 */
public record TaskArchived(TaskId task) implements Event {}
