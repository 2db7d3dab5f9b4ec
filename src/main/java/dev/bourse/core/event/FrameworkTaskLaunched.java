package dev.bourse.core.event;

import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;

/**
 * A task of a framework has its place, and its agent is told.
 *
 * @param task which
 * @param framework whose
 * @param info what the framework wants
 * @param killGraceMillis between TERM and KILL
 * @param maxCompletionMillis how long it may run; 0 for ever
 * @param preemptible whether it may be stopped for more urgent work
 * @param group the epoch of the first task of its group; 0 when it is in none
 * @param epoch of this launch, unique in the cell
 * @param agent where
 * @param role who pays
 * @param at in epoch milliseconds
 */
public record FrameworkTaskLaunched(
    TaskId task,
    FrameworkId framework,
    TaskInfo info,
    long killGraceMillis,
    long maxCompletionMillis,
    boolean preemptible,
    long group,
    long epoch,
    AgentId agent,
    String role,
    long at)
    implements Event {}
