package dev.bourse.core.event;

import dev.bourse.topics.id.FrameworkId;

/**
 * A framework is over, and its id is retired.
 *
 * @param framework which
 * @param at in epoch milliseconds
 * @param forgetAt until when its id is remembered, in epoch milliseconds
 * @param message why
 */
public record FrameworkRemoved(FrameworkId framework, long at, long forgetAt, String message)
    implements Event {}
