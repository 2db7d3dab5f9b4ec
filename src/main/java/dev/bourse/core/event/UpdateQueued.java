package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.scheduler.TaskUpdate;

/**
 * There is news of a task for its framework, which it is to acknowledge.
 *
 * @param task which
 * @param agent where
 * @param update what it is told, at once or after those before
 * @param at in epoch milliseconds
 * @param waitMillis after how long it is told again
 */
public record UpdateQueued(TaskId task, AgentId agent, TaskUpdate update, long at, long waitMillis)
    implements Event {}
