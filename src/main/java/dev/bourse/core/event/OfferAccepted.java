package dev.bourse.core.event;

/**
 * An offer has been answered with launches; what they leave is free again.
 *
 * @param offer which
 */
public record OfferAccepted(long offer) implements Event {}
