package dev.bourse.cli.output;

import com.fasterxml.jackson.databind.JsonNode;

/** A list of roles. */
public final class RoleTable {

  private RoleTable() {}

  /** One line per role. */
  public static String of(JsonNode roles) {
    Table table =
        new Table(
            "ROLE",
            "WEIGHT",
            "SHARE",
            "HELD",
            "RESERVED",
            "LIMIT",
            "GUARANTEE",
            "FRAMEWORKS",
            "QUEUED");
    for (JsonNode role : roles) {
      table.add(
          role.path("role").asText(),
          role.path("weight").asText(),
          role.path("share").asText(),
          Amounts.of(role.path("held")),
          Amounts.of(role.path("reserved")),
          Amounts.of(role.path("limit")),
          Amounts.of(role.path("guarantee")),
          Amounts.list(role.path("frameworks")),
          role.path("queuedJobs").asText());
    }
    return table.toString();
  }
}
