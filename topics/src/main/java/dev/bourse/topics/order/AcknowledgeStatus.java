package dev.bourse.topics.order;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;

/**
 * The master has every report of this attempt up to a sequence number. After that of a terminal
 * state the agent may forget the attempt.
 *
 * @param agent who reported
 * @param task which task
 * @param attempt which attempt
 * @param epoch of its launch
 * @param sequence of the report
 */
public record AcknowledgeStatus(AgentId agent, TaskId task, int attempt, long epoch, long sequence)
    implements Order {}
