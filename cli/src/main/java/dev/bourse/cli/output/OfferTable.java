package dev.bourse.cli.output;

import com.fasterxml.jackson.databind.JsonNode;

/** A list of offers. */
public final class OfferTable {

  private OfferTable() {}

  /** One line per offer. */
  public static String of(JsonNode offers, Times times) {
    Table table = new Table("OFFER", "FRAMEWORK", "AGENT", "ROLE", "RESOURCES", "SINCE", "EXPIRES");
    for (JsonNode offer : offers) {
      table.add(
          offer.path("offer").asText(),
          offer.path("framework").asText(),
          offer.path("agent").asText(),
          offer.path("role").asText(),
          Amounts.of(offer.path("resources")),
          times.ago(offer.path("since")),
          offer.path("expires").asText());
    }
    return table.toString();
  }
}
