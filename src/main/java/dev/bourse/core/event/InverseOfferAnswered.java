package dev.bourse.core.event;

/**
 * A framework says whether it will leave an agent.
 *
 * @param offer which inverse offer
 * @param accepted whether it will
 */
public record InverseOfferAnswered(long offer, boolean accepted) implements Event {}
