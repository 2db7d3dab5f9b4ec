package dev.bourse.core.event;

/**
 * What an optimistic offer showed is in the hands of others.
 *
 * @param offer which
 * @param reason who came first, for people
 */
public record OfferConflicted(long offer, String reason) implements Event {}
