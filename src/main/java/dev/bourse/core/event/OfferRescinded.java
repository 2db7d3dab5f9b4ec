package dev.bourse.core.event;

/**
 * An offer was taken back.
 *
 * @param offer which
 * @param reason why, for people
 */
public record OfferRescinded(long offer, String reason) implements Event {}
