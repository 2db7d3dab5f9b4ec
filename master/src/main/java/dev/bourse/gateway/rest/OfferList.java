package dev.bourse.gateway.rest;

import java.util.List;

/**
 * The offers that have not been answered.
 *
 * @param offers by framework and number
 */
public record OfferList(List<Offer> offers) {}
