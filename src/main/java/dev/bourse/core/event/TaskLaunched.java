package dev.bourse.core.event;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Resources;

/**
 * An attempt has its place, and its agent is told.
 *
 * @param task which task
 * @param job whose
 * @param attempt 1 for the first
 * @param epoch of this launch, unique in the cell
 * @param agent where
 * @param role who pays
 * @param resources what is set aside for it
 * @param at in epoch milliseconds
 */
public record TaskLaunched(
    TaskId task,
    JobId job,
    int attempt,
    long epoch,
    AgentId agent,
    String role,
    Resources resources,
    long at)
    implements Event {}
