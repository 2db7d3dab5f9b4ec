package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.output.AgentTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists agents. */
@Command(name = "agents", description = "List the agents and what they have (used/total).")
public final class AgentsCommand extends ClusterCommand {

  @Option(names = "--json", description = "Print the agents as a JSON array.")
  private boolean json;

  @Override
  void execute(BourseClient client) throws ClientException {
    JsonNode agents = client.agents();
    terminal().print(json ? Json.pretty(agents) : AgentTable.of(agents, times()));
  }
}
