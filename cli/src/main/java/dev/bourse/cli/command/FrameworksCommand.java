package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.output.FrameworkTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** List the frameworks. */
@Command(name = "frameworks", description = "List the frameworks.")
public final class FrameworksCommand extends ClusterCommand {

  @Option(names = "--json", description = "Print the frameworks as a JSON array.")
  private boolean json;

  @Override
  void execute(BourseClient client) throws ClientException {
    JsonNode found = client.operator().frameworks();
    terminal().print(json ? Json.pretty(found) : FrameworkTable.of(found, times()));
  }
}
