package dev.bourse.cli.command;

import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.OperatorClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Offer nothing more of an agent; its tasks go on. */
@Command(name = "deactivate", description = "Offer nothing more of an agent; its tasks go on.")
public final class AgentDeactivateCommand extends OperatorCommand {

  @Parameters(paramLabel = "AGENT", description = "The agent.")
  private String agent = "";

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    return client.agent(agent, "deactivate", Json.object());
  }
}
