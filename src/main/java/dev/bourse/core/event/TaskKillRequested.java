package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The agent of an attempt is told to end it.
 *
 * @param task which
 * @param reason why
 * @param message why, for people; null when the reason says it
 * @param graceMillis between TERM and KILL; null for its own grace
 */
public record TaskKillRequested(
    TaskId task, Reason reason, @Nullable String message, @Nullable Long graceMillis)
    implements Event {}
