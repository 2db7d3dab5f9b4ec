package dev.bourse.core.event;

import dev.bourse.topics.id.FrameworkId;

/**
 * A framework that has not heard that it has a session has subscribed once more.
 *
 * @param framework which
 * @param at in epoch milliseconds
 */
public record SubscriptionRepeated(FrameworkId framework, long at) implements Event {}
