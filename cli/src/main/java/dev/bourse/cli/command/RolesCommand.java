package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.output.RoleTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** List the roles: what is set for them and what they hold. */
@Command(name = "roles", description = "List the roles: what is set for them and what they hold.")
public final class RolesCommand extends ClusterCommand {

  @Option(names = "--json", description = "Print the roles as a JSON array.")
  private boolean json;

  @Override
  void execute(BourseClient client) throws ClientException {
    JsonNode found = client.operator().roles();
    terminal().print(json ? Json.pretty(found) : RoleTable.of(found));
  }
}
