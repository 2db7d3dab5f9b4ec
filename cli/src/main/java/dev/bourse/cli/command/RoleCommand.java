package dev.bourse.cli.command;

import picocli.CommandLine.Command;

/** Change a role. */
@Command(
    name = "role",
    description = "Change a role.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RoleSetCommand.class})
public final class RoleCommand extends CommandGroup {}
