package dev.bourse.cli;

import dev.bourse.cli.command.AgentCommand;
import dev.bourse.cli.command.AgentsCommand;
import dev.bourse.cli.command.CancelCommand;
import dev.bourse.cli.command.DevCommand;
import dev.bourse.cli.command.FrameworksCommand;
import dev.bourse.cli.command.ListCommand;
import dev.bourse.cli.command.LogsCommand;
import dev.bourse.cli.command.MaintenanceCommand;
import dev.bourse.cli.command.OffersCommand;
import dev.bourse.cli.command.PrepareCommand;
import dev.bourse.cli.command.ReserveCommand;
import dev.bourse.cli.command.RoleCommand;
import dev.bourse.cli.command.RolesCommand;
import dev.bourse.cli.command.RunCommand;
import dev.bourse.cli.command.StatusCommand;
import dev.bourse.cli.command.SubmitCommand;
import dev.bourse.cli.command.TeardownCommand;
import dev.bourse.cli.command.UnreserveCommand;
import dev.bourse.cli.console.Console;
import dev.bourse.cli.console.Session;
import dev.bourse.cli.console.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Entry point: parses the command line, runs the command, reports what went wrong. */
@Command(
    name = "bourse",
    versionProvider = Version.class,
    description = "Runs jobs on a Bourse cluster.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nThe cluster that can be rewound (each has its own --help):%n",
    footer = {
      "  simulate  Live whole clusters in virtual time, with faults; run traces.",
      "  replay    Decide a cluster's history again: verify it, look at any moment of",
      "            it, or ask what would have happened otherwise.",
      "  why       Say why a job waits, or how it came to where it is.",
      "  audit     Verify a live cluster as it goes.",
      "  export    Copy a history into a folder, to be replayed anywhere.",
      "  bench     Measure latency of a dev cluster, or speed of replay.",
      "",
      "Which cluster:",
      "  --server URL or $BOURSE_SERVER; else the dev cluster of this folder",
      "  (bourse dev, kept in $BOURSE_HOME, default ./.bourse); else run starts",
      "  one for its job alone.",
      "",
      "Exit codes:",
      "  0 done, 1 refused or failed, 2 wrong usage, 3 no cluster;",
      "  run has its own: see bourse run --help"
    },
    subcommands = {
      RunCommand.class,
      SubmitCommand.class,
      ListCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      CancelCommand.class,
      AgentsCommand.class,
      AgentCommand.class,
      ReserveCommand.class,
      UnreserveCommand.class,
      MaintenanceCommand.class,
      RolesCommand.class,
      RoleCommand.class,
      FrameworksCommand.class,
      OffersCommand.class,
      TeardownCommand.class,
      DevCommand.class,
      PrepareCommand.class
    })
public final class Bourse implements Session {

  private static final String DEBUG = "BOURSE_DEBUG";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean version;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show progress, and the whole story of an error.")
  private boolean verbose;

  private final Console console;

  private Bourse(Console console) {
    this.console = console;
  }

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(Console.ofProcess(), args));
  }

  /** Runs one command in these surroundings and returns its exit code. */
  public static int run(Console console, String... args) {
    Bourse bourse = new Bourse(console);
    CommandLine commands = new CommandLine(bourse);
    // Options after the command are the command's own: run ls -l
    Objects.requireNonNull(commands.getSubcommands().get("run")).setStopAtPositional(true);
    return commands
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(new ErrorReport(bourse))
        .setExecutionExceptionHandler(new ErrorReport(bourse))
        .execute(args);
  }

  @Override
  public Console console() {
    return console;
  }

  @Override
  public Terminal terminal() {
    return new Terminal(console, verbose || isDebugging());
  }

  /** Whether stack traces are wanted. */
  boolean isDebugging() {
    return verbose || console.variable(DEBUG) != null;
  }
}
