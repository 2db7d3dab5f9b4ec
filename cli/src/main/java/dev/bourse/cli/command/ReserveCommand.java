package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.OperatorClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reserve what no task uses on an agent for a role, or move a reservation. */
@Command(
    name = "reserve",
    description = "Reserve what no task uses on an agent for a role, or move a reservation.")
public final class ReserveCommand extends OperatorCommand {

  @Parameters(index = "0", paramLabel = "AGENT", description = "The agent.")
  private String agent = "";

  @Parameters(
      index = "1",
      paramLabel = "RESOURCES",
      description = "As they are to be: 'cpus(+eng):2;memory(+eng):1024'.")
  private String resources = "";

  @Option(
      names = "--from",
      paramLabel = "RESOURCES",
      description = "As they are now, to move a reservation: 'cpus(+ops):2;memory(+ops):1024'.")
  private @Nullable String from;

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    ObjectNode body = Json.object().put("resources", resources);
    if (from != null) {
      body.put("source", from);
    }
    return client.agent(agent, "reserve", body);
  }
}
