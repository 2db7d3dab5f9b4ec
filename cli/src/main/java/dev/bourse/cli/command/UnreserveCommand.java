package dev.bourse.cli.command;

import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.OperatorClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Take the last reservation off what is free on an agent. */
@Command(
    name = "unreserve",
    description = "Take the last reservation off what is free on an agent.")
public final class UnreserveCommand extends OperatorCommand {

  @Parameters(index = "0", paramLabel = "AGENT", description = "The agent.")
  private String agent = "";

  @Parameters(index = "1", paramLabel = "RESOURCES", description = "As they are: 'cpus(+eng):2'.")
  private String resources = "";

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    return client.agent(agent, "unreserve", Json.object().put("resources", resources));
  }
}
