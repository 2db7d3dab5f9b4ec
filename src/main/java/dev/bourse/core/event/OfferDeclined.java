package dev.bourse.core.event;

/**
 * An offer has been answered with no.
 *
 * @param offer which
 */
public record OfferDeclined(long offer) implements Event {}
