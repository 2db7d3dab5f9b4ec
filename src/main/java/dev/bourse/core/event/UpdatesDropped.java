package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;

/**
 * Nobody will acknowledge the updates of a task any more.
 *
 * @param task which
 */
public record UpdatesDropped(TaskId task) implements Event {}
