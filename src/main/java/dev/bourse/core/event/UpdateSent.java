package dev.bourse.core.event;

import dev.bourse.topics.scheduler.TaskUpdate;

/**
 * A framework is told where a task stands, and need not acknowledge it.
 *
 * @param update what it is told
 */
public record UpdateSent(TaskUpdate update) implements Event {}
