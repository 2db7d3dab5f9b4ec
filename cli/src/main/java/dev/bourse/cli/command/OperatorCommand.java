package dev.bourse.cli.command;

import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.OperatorClient;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.ExitCode;

/** A command that changes something, and says nothing when it counts. */
abstract class OperatorCommand extends ClusterCommand {

  @Override
  final void execute(BourseClient client) throws ClientException {
    Decision decision = execute(client.operator());
    if (!decision.applied()) {
      throw new CommandException(ExitCode.NO_CLUSTER, decision.message());
    }
  }

  /** Does it. */
  abstract Decision execute(OperatorClient client) throws ClientException;
}
