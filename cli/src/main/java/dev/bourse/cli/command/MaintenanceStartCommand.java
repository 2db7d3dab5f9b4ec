package dev.bourse.cli.command;

import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.OperatorClient;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Take agents out of service that are scheduled for it. */
@Command(
    name = "start",
    description = {
      "Take agents out of service that are scheduled for it.",
      "What runs there is over, and they are refused until the end of the maintenance."
    })
public final class MaintenanceStartCommand extends OperatorCommand {

  @Parameters(arity = "1..*", paramLabel = "AGENT", description = "The agents.")
  private List<String> agents = List.of();

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    return client.startMaintenance(agents);
  }
}
