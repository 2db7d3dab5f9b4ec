package dev.bourse.core.event;

import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * A framework has been told of some of its tasks.
 *
 * @param framework who
 * @param after the last one; null when it has been told of all
 * @param at in epoch milliseconds
 */
public record ReconciliationContinued(FrameworkId framework, @Nullable TaskId after, long at)
    implements Event {}
