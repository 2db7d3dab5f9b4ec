package dev.bourse.cli.command;

import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.OperatorClient;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.ExitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Say when agents are to be taken out of service. */
@Command(
    name = "schedule",
    description = {
      "Say when agents are to be taken out of service.",
      "Nothing that runs is touched; offers of the agents say when, and frameworks are asked to leave."
    })
public final class MaintenanceScheduleCommand extends OperatorCommand {

  @Parameters(arity = "1..*", paramLabel = "AGENT", description = "The agents.")
  private List<String> agents = List.of();

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description = "When it begins: 2030-01-31T08:00:00Z, or now.")
  private @Nullable String start;

  @Option(names = "--duration", paramLabel = "TIME", description = "How long it takes: 2h.")
  private @Nullable String duration;

  @Option(names = "--call-off", description = "Call it off.")
  private boolean callOff;

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    if (callOff == (start != null)) {
      throw new CommandException(
          ExitCode.USAGE, "maintenance schedule needs --start or --call-off, and not both");
    }
    String time = "now".equals(start) ? console().clock().instant().toString() : start;
    return client.schedule(agents, time, duration);
  }
}
