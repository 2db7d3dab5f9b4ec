package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The agent of an attempt is told to end it.
 *
 * @param task which
 * @param reason why
 * @param graceMillis between TERM and KILL; null for its own grace
 */
public record TaskKillRequested(TaskId task, Reason reason, @Nullable Long graceMillis)
    implements Event {}
