package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.gateway.view.OfferTable;
import dev.bourse.topics.scheduler.ResourceOffer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An offer that has not been answered. Times are ISO 8601, UTC, with milliseconds.
 *
 * @param offer its number, unique in the cell
 * @param framework who has it
 * @param agent whose resources
 * @param role for which of the framework's roles
 * @param resources what
 * @param optimistic whether others are shown the same
 * @param since when it was made
 * @param expires when it ends by itself
 */
@Schema(description = "An offer that has not been answered.")
public record Offer(
    long offer,
    String framework,
    String agent,
    String role,
    @Schema(implementation = Object.class) ObjectNode resources,
    boolean optimistic,
    String since,
    @Nullable String expires) {

  static Offer of(OfferTable.Outstanding outstanding) {
    ResourceOffer offer = outstanding.offer();
    return new Offer(
        offer.offer(),
        offer.framework().value(),
        offer.agent().value(),
        offer.role(),
        Amounts.of(offer.resources()),
        offer.optimistic(),
        Times.show(outstanding.since()),
        Times.showUnlessZero(offer.expiresAt()));
  }
}
