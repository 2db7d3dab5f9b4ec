package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;

/**
 * A report has arrived, be it new, known or of no use; its agent need not repeat it.
 *
 * @param agent who reported
 * @param task of which task
 * @param attempt of which attempt
 * @param epoch of its launch
 * @param sequence of the report
 */
public record StatusAcknowledged(AgentId agent, TaskId task, int attempt, long epoch, long sequence)
    implements Event {}
