package dev.bourse.cli.command;

import picocli.CommandLine.Command;

/** Take agents out of service and back. */
@Command(
    name = "maintenance",
    description = "Take agents out of service and back.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      MaintenanceScheduleCommand.class,
      MaintenanceStartCommand.class,
      MaintenanceEndCommand.class,
      MaintenanceListCommand.class
    })
public final class MaintenanceCommand extends CommandGroup {}
