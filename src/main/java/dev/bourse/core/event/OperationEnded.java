package dev.bourse.core.event;

import dev.bourse.topics.scheduler.OperationUpdate;

/**
 * An operation that had an id is over, and its framework is told.
 *
 * @param update what it is told
 */
public record OperationEnded(OperationUpdate update) implements Event {}
