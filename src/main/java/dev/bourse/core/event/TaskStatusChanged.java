package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * There is news of an attempt, and it is not over.
 *
 * @param task which
 * @param state where it stands now
 * @param sequence of the report; unchanged when the news is the master's own
 * @param reason why, or null
 * @param message for people, or null
 * @param startedAt when the process started, in epoch milliseconds; 0 when it has not
 * @param timeoutAt when it has run for too long, in epoch milliseconds; 0 for never
 */
public record TaskStatusChanged(
    TaskId task,
    TaskState state,
    long sequence,
    @Nullable Reason reason,
    @Nullable String message,
    long startedAt,
    long timeoutAt)
    implements Event {}
