package dev.bourse.core.event;

/**
 * Nobody has answered an offer in time.
 *
 * @param offer which
 */
public record OfferExpired(long offer) implements Event {}
