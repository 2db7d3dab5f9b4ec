package dev.bourse.cli.output;

import com.fasterxml.jackson.databind.JsonNode;

/** A list of jobs. */
public final class JobTable {

  private JobTable() {}

  /** One line per job. */
  public static String of(JsonNode jobs, Times times) {
    Table table = new Table("ID", "NAME", "ROLE", "STATE", "EXIT", "TRIES", "SUBMITTED", "TOOK");
    for (JsonNode job : jobs) {
      table.add(
          job.path("id").asText(),
          job.path("name").asText(),
          job.path("role").asText(),
          state(job),
          job.path("exitCode").asText(),
          job.path("attempts").asText(),
          times.ago(job.path("submittedAt")),
          times.between(job.path("startedAt"), job.path("endedAt")));
    }
    return table.toString();
  }

  static String state(JsonNode job) {
    String state = job.path("state").asText();
    return job.path("cancelling").asBoolean() && job.path("endedAt").isMissingNode()
        ? state + " (cancelling)"
        : state;
  }
}
