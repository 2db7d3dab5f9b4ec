package dev.bourse.topics.order;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;

/**
 * End an attempt: TERM to its whole process group, then KILL. Harmless when repeated; for an
 * attempt that the agent does not know it answers {@code DROPPED}.
 *
 * @param agent who
 * @param task which task
 * @param attempt which attempt
 * @param epoch of its launch
 * @param graceMillis between TERM and KILL
 */
public record KillTask(AgentId agent, TaskId task, int attempt, long epoch, long graceMillis)
    implements Order {}
