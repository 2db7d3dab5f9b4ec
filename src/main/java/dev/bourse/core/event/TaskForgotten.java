package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;

/**
 * A framework's task has been visible for long enough.
 *
 * @param task which
 * @param dueAt when that was to be, in epoch milliseconds
 */
public record TaskForgotten(TaskId task, long dueAt) implements Event {}
