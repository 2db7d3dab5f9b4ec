package dev.bourse.core.event;

import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;

/**
 * The agent of an attempt is told to end it.
 *
 * @param task which
 * @param reason why
 */
public record TaskKillRequested(TaskId task, Reason reason) implements Event {}
