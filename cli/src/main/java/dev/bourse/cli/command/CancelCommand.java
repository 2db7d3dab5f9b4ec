package dev.bourse.cli.command;

import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cancels jobs. */
@Command(name = "cancel", description = "Cancel jobs: TERM first, KILL after their grace.")
public final class CancelCommand extends ClusterCommand {

  @Parameters(arity = "1..*", paramLabel = "ID", description = "The jobs.")
  private List<String> ids = List.of();

  @Override
  void execute(BourseClient client) throws ClientException {
    for (String id : ids) {
      client.cancel(id);
    }
  }
}
