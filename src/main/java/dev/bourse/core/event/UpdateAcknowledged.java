package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;

/**
 * A framework has taken in an update; the next one is sent.
 *
 * @param task of which task
 * @param at in epoch milliseconds
 * @param waitMillis after how long the next one is sent again
 */
public record UpdateAcknowledged(TaskId task, long at, long waitMillis) implements Event {}
