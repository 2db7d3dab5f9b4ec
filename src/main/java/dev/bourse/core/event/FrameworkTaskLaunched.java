package dev.bourse.core.event;

import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.TaskId;

/**
 * A task of a framework has its place, and its agent is told.
 *
 * @param task which
 * @param info what the framework wants
 * @param terms what counts of it while it runs
 * @param epoch of this launch, unique in the cell
 * @param agent where
 * @param role who pays
 * @param at in epoch milliseconds
 */
public record FrameworkTaskLaunched(
    TaskId task,
    TaskInfo info,
    TaskRow.Terms terms,
    long epoch,
    AgentId agent,
    String role,
    long at)
    implements Event {}
