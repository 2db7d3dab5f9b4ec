package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;

/**
 * An agent runs an attempt that does not count any more, and is told to end it.
 *
 * @param agent which
 * @param task of which task
 * @param attempt which attempt
 * @param epoch of its launch
 */
public record StaleAttemptFound(AgentId agent, TaskId task, int attempt, long epoch)
    implements Event {}
