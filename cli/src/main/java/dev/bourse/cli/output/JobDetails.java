package dev.bourse.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything about one job. */
public final class JobDetails {

  private static final int LABEL_WIDTH = 11;

  private final List<String> lines = new ArrayList<>();
  private final Times times;

  private JobDetails(Times times) {
    this.times = times;
  }

  /** Some lines about the job and a table of its attempts. */
  public static String of(JsonNode job, JsonNode tasks, Times times) {
    JobDetails details = new JobDetails(times);
    details.describe(job);
    details.attempts(tasks);
    return String.join("\n", details.lines);
  }

  private void describe(JsonNode job) {
    line("id", job.path("id").asText());
    line("name", job.path("name").asText());
    line("state", JobTable.state(job));
    line("reason", job.path("reason").asText());
    line("message", job.path("message").asText());
    for (JsonNode error : job.path("errors")) {
      line("error", error.path("field").asText() + ": " + error.path("message").asText());
    }
    // While it runs again, how the attempt before ended is in the table below.
    if (!job.path("state").asText().equals("RUNNING")) {
      line("exit code", job.path("exitCode").asText());
      line("signal", job.path("signal").asText());
    }
    line("role", job.path("role").asText());
    line("labels", pairs(job.path("labels")));
    line("command", command(job.path("spec")));
    line("resources", pairs(job.path("spec").path("resources")));
    line("submitted", times.ago(job.path("submittedAt")));
    line("started", times.ago(job.path("startedAt")));
    line("ended", times.ago(job.path("endedAt")));
    line("took", times.between(job.path("startedAt"), job.path("endedAt")));
    line("next try", job.path("retryAt").asText());
  }

  private void attempts(JsonNode tasks) {
    Table table = new Table("TASK", "ATTEMPT", "AGENT", "STATE", "EXIT", "REASON", "TOOK");
    boolean any = false;
    for (JsonNode task : tasks) {
      for (JsonNode earlier : task.path("earlier")) {
        addAttempt(table, task.path("id").asText(), earlier);
      }
      addAttempt(table, task.path("id").asText(), task);
      any = true;
    }
    if (any) {
      lines.add("");
      lines.add(table.toString());
    }
  }

  private void addAttempt(Table table, String task, JsonNode attempt) {
    table.add(
        task,
        attempt.path("attempt").asText(),
        attempt.path("agent").asText(),
        attempt.path("state").asText(),
        attempt.path("exitCode").asText(),
        attempt.path("reason").asText(),
        times.between(attempt.path("startedAt"), attempt.path("endedAt")));
  }

  private void line(String label, String value) {
    if (!value.isEmpty()) {
      lines.add(label + " ".repeat(LABEL_WIDTH - label.length()) + value);
    }
  }

  private static String pairs(JsonNode object) {
    return object.properties().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
        .collect(Collectors.joining(" "));
  }

  private static String command(JsonNode spec) {
    List<String> words = new ArrayList<>();
    spec.path("command").forEach(word -> words.add(quote(word.asText())));
    return words.isEmpty() ? spec.path("shell").asText() : String.join(" ", words);
  }

  /** As a shell would need it. */
  private static String quote(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
