package dev.bourse.cli.command;

import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.OperatorClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reserve what is free on an agent for a role. */
@Command(name = "reserve", description = "Reserve what is free on an agent for a role.")
public final class ReserveCommand extends OperatorCommand {

  @Parameters(index = "0", paramLabel = "AGENT", description = "The agent.")
  private String agent = "";

  @Parameters(
      index = "1",
      paramLabel = "RESOURCES",
      description = "As they are to be: 'cpus(+eng):2;memory(+eng):1024'.")
  private String resources = "";

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    return client.agent(agent, "reserve", Json.object().put("resources", resources));
  }
}
