package dev.bourse.cli.output;

import com.fasterxml.jackson.databind.JsonNode;

/** A list of frameworks. */
public final class FrameworkTable {

  private FrameworkTable() {}

  /** One line per framework. */
  public static String of(JsonNode frameworks, Times times) {
    Table table =
        new Table("ID", "NAME", "STATE", "ROLES", "TASKS", "HELD", "OFFERS", "SINCE", "MESSAGE");
    for (JsonNode framework : frameworks) {
      table.add(
          framework.path("id").asText(),
          framework.path("name").asText(),
          framework.path("state").asText(),
          Amounts.list(framework.path("roles")),
          Amounts.of(framework.path("tasks")),
          Amounts.of(framework.path("held")),
          framework.path("offers").asText(),
          times.ago(framework.path("changedAt")),
          framework.path("message").asText());
    }
    return table.toString();
  }
}
