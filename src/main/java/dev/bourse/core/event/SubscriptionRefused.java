package dev.bourse.core.event;

import dev.bourse.topics.id.FrameworkId;

/**
 * A framework has subscribed whose id is retired, and is told that this session is over.
 *
 * @param framework which
 * @param session the one that it wanted
 * @param message why
 */
public record SubscriptionRefused(FrameworkId framework, String session, String message)
    implements Event {}
