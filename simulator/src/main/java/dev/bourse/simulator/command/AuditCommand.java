package dev.bourse.simulator.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks a cluster from outside. */
@Command(
    name = "audit",
    description = "Checks a cluster from outside.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AuditFollowCommand.class)
final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what: bourse audit follow");
  }
}
