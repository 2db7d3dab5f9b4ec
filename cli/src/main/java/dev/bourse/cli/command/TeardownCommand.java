package dev.bourse.cli.command;

import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.OperatorClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** End a framework: its tasks are killed, and its id is retired. */
@Command(
    name = "teardown",
    description = "End a framework: its tasks are killed, and its id is retired.")
public final class TeardownCommand extends OperatorCommand {

  @Parameters(paramLabel = "FRAMEWORK", description = "The framework.")
  private String framework = "";

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    return client.teardown(framework);
  }
}
