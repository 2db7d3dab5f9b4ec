package dev.bourse.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** A list of agents. */
public final class AgentTable {

  private AgentTable() {}

  /** One line per agent. */
  public static String of(JsonNode agents, Times times) {
    Table table =
        new Table(
            "ID",
            "STATE",
            "HOST",
            "ZONE",
            "TASKS",
            "CPUS",
            "MEMORY",
            "DISK",
            "RESERVED",
            "MAINTENANCE",
            "SINCE",
            "VERSION");
    for (JsonNode agent : agents) {
      table.add(
          agent.path("id").asText(),
          agent.path("state").asText(),
          agent.path("hostname").asText(),
          zone(agent),
          agent.path("tasks").asText(),
          usage(agent, "cpus"),
          usage(agent, "memory"),
          usage(agent, "disk"),
          reserved(agent.path("reserved")),
          agent.at("/upkeep/maintenance/start").asText(),
          times.ago(agent.path("changedAt")),
          agent.path("version").asText());
    }
    return table.toString();
  }

  /** Region and zone, where the agent has them. */
  private static String zone(JsonNode agent) {
    String region = agent.path("region").asText();
    String zone = agent.path("zone").asText();
    return zone.isEmpty() ? region : region + "/" + zone;
  }

  /** By role: eng(cpus=2 memory=1Gi). */
  private static String reserved(JsonNode byRole) {
    return byRole.properties().stream()
        .map(entry -> entry.getKey() + "(" + Amounts.of(entry.getValue()) + ")")
        .collect(Collectors.joining(" "));
  }

  /** Used of total, without what is reserved. */
  private static String usage(JsonNode agent, String resource) {
    JsonNode total = agent.path("resources").path(resource);
    return total.isMissingNode()
        ? ""
        : agent.path("used").path(resource).asText("0") + "/" + total.asText();
  }
}
