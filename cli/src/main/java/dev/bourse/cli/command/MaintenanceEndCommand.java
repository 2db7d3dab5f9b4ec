package dev.bourse.cli.command;

import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.OperatorClient;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Let agents back into service. */
@Command(name = "end", description = "Let agents back into service.")
public final class MaintenanceEndCommand extends OperatorCommand {

  @Parameters(arity = "1..*", paramLabel = "AGENT", description = "The agents.")
  private List<String> agents = List.of();

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    return client.endMaintenance(agents);
  }
}
