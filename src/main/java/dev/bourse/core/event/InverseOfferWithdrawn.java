package dev.bourse.core.event;

/**
 * An agent need not be left any more.
 *
 * @param offer which inverse offer
 */
public record InverseOfferWithdrawn(long offer) implements Event {}
