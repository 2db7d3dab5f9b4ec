package dev.bourse.topics.task;

import dev.bourse.topics.id.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * One attempt that is over: what the history of a task shows.
 *
 * @param attempt 1 for the first
 * @param epoch the number of its launch, unique in the cell
 * @param agent where
 * @param state a terminal state
 * @param reason why, where the state alone does not say it
 * @param message for people, or null
 * @param exit how it ended
 */
public record Attempt(
    int attempt,
    long epoch,
    AgentId agent,
    TaskState state,
    @Nullable Reason reason,
    @Nullable String message,
    TaskExit exit) {}
