package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * An attempt is over; what it held is free.
 *
 * @param task which
 * @param state a terminal one
 * @param reason why, or null
 * @param message for people, or null
 * @param exit how
 */
public record TaskEnded(
    TaskId task, TaskState state, @Nullable Reason reason, @Nullable String message, TaskExit exit)
    implements Event {}
