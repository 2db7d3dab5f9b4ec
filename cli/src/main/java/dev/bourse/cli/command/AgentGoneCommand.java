package dev.bourse.cli.command;

import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.OperatorClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Declare an agent gone for ever; its tasks are lost. */
@Command(
    name = "gone",
    description = {
      "Declare an agent gone for ever; its tasks are lost.",
      "Only when it is certain: their jobs start elsewhere, even if they still run there."
    })
public final class AgentGoneCommand extends OperatorCommand {

  @Parameters(paramLabel = "AGENT", description = "The agent.")
  private String agent = "";

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    return client.agent(agent, "gone", Json.object());
  }
}
