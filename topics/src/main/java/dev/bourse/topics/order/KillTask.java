package dev.bourse.topics.order;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;

/**
 * End an attempt: TERM to its whole process group, then KILL. Harmless when repeated; for an
 * attempt that the agent does not know it answers {@code DROPPED}.
 *
 * @param agent who
 * @param incarnation the agent's incarnation that is meant; another one ignores the order, since it
 *     cannot know whether the attempt ever ran
 * @param task which task
 * @param attempt which attempt
 * @param epoch of its launch
 * @param graceMillis between TERM and KILL
 */
public record KillTask(
    AgentId agent, String incarnation, TaskId task, int attempt, long epoch, long graceMillis)
    implements Order {}
