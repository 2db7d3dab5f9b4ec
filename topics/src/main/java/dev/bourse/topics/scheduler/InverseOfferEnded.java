package dev.bourse.topics.scheduler;

import dev.bourse.topics.id.FrameworkId;

/**
 * The agent need not be left any more.
 *
 * @param framework who was asked
 * @param session in which it was
 * @param offer the number of the inverse offer
 */
public record InverseOfferEnded(FrameworkId framework, String session, long offer)
    implements OfferEvent {}
