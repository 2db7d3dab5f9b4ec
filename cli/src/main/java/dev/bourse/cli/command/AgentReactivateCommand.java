package dev.bourse.cli.command;

import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.OperatorClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Offer an agent again that was deactivated, or has been drained. */
@Command(
    name = "reactivate",
    description = "Offer an agent again that was deactivated, or has been drained.")
public final class AgentReactivateCommand extends OperatorCommand {

  @Parameters(paramLabel = "AGENT", description = "The agent.")
  private String agent = "";

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    return client.agent(agent, "reactivate", Json.object());
  }
}
