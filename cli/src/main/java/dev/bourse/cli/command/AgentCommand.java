package dev.bourse.cli.command;

import picocli.CommandLine.Command;

/** Empty an agent, or say whether it is offered. */
@Command(
    name = "agent",
    description = "Empty an agent, or say whether it is offered.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AgentDrainCommand.class,
      AgentDeactivateCommand.class,
      AgentReactivateCommand.class,
      AgentGoneCommand.class
    })
public final class AgentCommand extends CommandGroup {}
