package dev.bourse.topics.scheduler;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskSource;
import dev.bourse.topics.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * Where a task of a framework stands. One with an id is repeated until it is acknowledged, and the
 * next one for the task does not come before.
 *
 * @param framework whose task
 * @param task as the framework calls it
 * @param state where it stands
 * @param source who says so
 * @param reason why, or null
 * @param message for people, or null
 * @param agent where; null when it never had a place, or nobody knows
 * @param update the id of the update; null when it need not be acknowledged
 * @param at when it was so, in epoch milliseconds
 * @param startedAt when the process started, in epoch milliseconds; 0 when it has not, or nobody
 *     knows
 * @param unreachableAt since when its agent has not been heard of, in epoch milliseconds; 0 when it
 *     is
 * @param exit how it ended; null while it has not, or nobody knows
 */
public record TaskUpdate(
    FrameworkId framework,
    String task,
    TaskState state,
    TaskSource source,
    @Nullable Reason reason,
    @Nullable String message,
    @Nullable AgentId agent,
    @Nullable String update,
    long at,
    long startedAt,
    long unreachableAt,
    @Nullable TaskExit exit)
    implements SchedulerEvent {}
