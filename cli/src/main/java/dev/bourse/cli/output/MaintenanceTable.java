package dev.bourse.cli.output;

import com.fasterxml.jackson.databind.JsonNode;

/** A list of agents that are to be taken out of service. */
public final class MaintenanceTable {

  private MaintenanceTable() {}

  /** One line per agent. */
  public static String of(JsonNode agents) {
    Table table = new Table("AGENT", "STATE", "START", "DURATION");
    for (JsonNode agent : agents) {
      table.add(
          agent.path("agent").asText(),
          agent.path("state").asText(),
          agent.path("start").asText(),
          agent.path("duration").asText());
    }
    return table.toString();
  }
}
