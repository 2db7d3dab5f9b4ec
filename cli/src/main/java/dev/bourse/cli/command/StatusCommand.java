package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.output.JobDetails;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one job. */
@Command(name = "status", description = "Show a job and its attempts.")
public final class StatusCommand extends ClusterCommand {

  @Parameters(paramLabel = "ID", description = "The job.")
  private String id = "";

  @Option(names = "--json", description = "Print the job, with its tasks, as JSON.")
  private boolean json;

  @Override
  void execute(BourseClient client) throws ClientException {
    JsonNode job = client.job(id).tree();
    JsonNode tasks = client.tasks(id);
    terminal().print(json ? together(job, tasks) : JobDetails.of(job, tasks, times()));
  }

  private static String together(JsonNode job, JsonNode tasks) {
    ObjectNode all = Json.object();
    job.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
    all.set("tasks", tasks);
    return Json.pretty(all);
  }
}
