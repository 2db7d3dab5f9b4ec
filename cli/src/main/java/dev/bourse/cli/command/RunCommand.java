package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.Console;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.console.Session;
import dev.bourse.cli.document.DocumentFile;
import dev.bourse.cli.local.Installation;
import dev.bourse.cli.local.LocalClusterException;
import dev.bourse.cli.local.ThrowAwayCluster;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs a job as if it were a local command: its output, its exit code, Ctrl-C. */
@Command(
    name = "run",
    description = {
      "Run a command on the cluster as if it ran here: its output comes live, its exit code is"
          + " passed on, Ctrl-C cancels it (twice: leave at once).",
      "Without a cluster, one is started for this job alone."
    },
    customSynopsis = "bourse run [OPTIONS] [--] COMMAND [ARGUMENT...]",
    exitCodeOnInvalidInput = ExitCode.NOT_RUN,
    exitCodeOnExecutionException = ExitCode.NOT_RUN,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0..255:the job's own; 128+n when signal n ended it",
      "123:the job was cancelled before it had an exit code",
      "125:the job could not be run (also: wrong usage, no cluster, rejected)",
      "130:Ctrl-C"
    })
public final class RunCommand implements Callable<Integer> {

  @ParentCommand private Session session;

  @Spec private CommandSpec spec;

  @Mixin private final ServerOption server = new ServerOption();

  @Mixin private final JobOptions job = new JobOptions();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "Job document in JSON or YAML; options and the command win over it.")
  private @Nullable String file;

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "What to run.")
  private List<String> argv = List.of();

  @Override
  public Integer call() throws Exception {
    Interrupts interrupts = new Interrupts();
    try {
      return run(document(), interrupts);
    } finally {
      interrupts.holdWhileLeaving();
    }
  }

  private int run(ObjectNode document, Interrupts interrupts)
      throws ClientException, IOException, LocalClusterException, InterruptedException {
    BourseClient client = server.find(session.console());
    if (client != null) {
      return new JobRun(client, session, interrupts).run(document);
    }
    session.terminal().progress("no cluster here: starting one for this job");
    Installation installation = Installation.ofProcess();
    try (ThrowAwayCluster cluster = ThrowAwayCluster.start(installation)) {
      cluster.jobBegins();
      int code = new JobRun(new BourseClient(cluster.server()), session, interrupts).run(document);
      cluster.jobEnded();
      new Preparation(installation).beginInBackground(session.console());
      return code;
    }
  }

  private ObjectNode document() {
    if (argv.isEmpty() && file == null) {
      throw new CommandException(
          ExitCode.NOT_RUN,
          "run needs a command, for example: " + spec.root().name() + " run -- echo hello");
    }
    Console console = session.console();
    ObjectNode document =
        file == null ? Json.object() : DocumentFile.read(file, console.directory(), console.in());
    job.applyTo(document, argv, console);
    return document;
  }
}
