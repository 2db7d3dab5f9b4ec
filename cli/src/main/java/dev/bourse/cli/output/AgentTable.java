package dev.bourse.cli.output;

import com.fasterxml.jackson.databind.JsonNode;

/** A list of agents. */
public final class AgentTable {

  private AgentTable() {}

  /** One line per agent. */
  public static String of(JsonNode agents, Times times) {
    Table table =
        new Table("ID", "STATE", "HOST", "TASKS", "CPUS", "MEMORY", "DISK", "SINCE", "VERSION");
    for (JsonNode agent : agents) {
      table.add(
          agent.path("id").asText(),
          agent.path("state").asText(),
          agent.path("hostname").asText(),
          agent.path("tasks").asText(),
          usage(agent, "cpus"),
          usage(agent, "memory"),
          usage(agent, "disk"),
          times.ago(agent.path("changedAt")),
          agent.path("version").asText());
    }
    return table.toString();
  }

  /** Used of total. */
  private static String usage(JsonNode agent, String resource) {
    JsonNode total = agent.path("resources").path(resource);
    return total.isMissingNode()
        ? ""
        : agent.path("used").path(resource).asText("0") + "/" + total.asText();
  }
}
