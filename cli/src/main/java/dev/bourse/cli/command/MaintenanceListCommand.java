package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.output.MaintenanceTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** List the agents that are to be taken out of service, or are. */
@Command(
    name = "list",
    description = "List the agents that are to be taken out of service, or are.")
public final class MaintenanceListCommand extends ClusterCommand {

  @Option(names = "--json", description = "Print the agents as a JSON array.")
  private boolean json;

  @Override
  void execute(BourseClient client) throws ClientException {
    JsonNode found = client.operator().maintenance();
    terminal().print(json ? Json.pretty(found) : MaintenanceTable.of(found));
  }
}
