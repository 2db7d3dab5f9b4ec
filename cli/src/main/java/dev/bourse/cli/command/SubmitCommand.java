package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.Submission;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.document.DocumentFile;
import dev.bourse.cli.document.NewJob;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands in a job and prints its id. */
@Command(
    name = "submit",
    description = {
      "Hand in a job and print its id.",
      "The job is a document in JSON or YAML, a command after --, or both: options and the command"
          + " win over the document."
    },
    customSynopsis = {
      "bourse submit [OPTIONS] FILE",
      "bourse submit [OPTIONS] [FILE] -- COMMAND [ARGUMENT...]"
    })
public final class SubmitCommand extends ClusterCommand {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Mixin private final JobOptions job = new JobOptions();

  @Option(names = "--json", description = "Print the job as JSON.")
  private boolean json;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Job document; - for standard input. Words after -- are the job's command.")
  private List<String> words = List.of();

  @Override
  void execute(BourseClient client) throws ClientException {
    ObjectNode document = document();
    Submission submission = NewJob.submit(client, document, "decided", LIMIT);
    if (json) {
      terminal().print(Json.pretty(client.job(submission.id()).tree()));
    } else {
      terminal().print(submission.id());
    }
  }

  private ObjectNode document() {
    int files = filesBeforeCommand();
    List<String> argv = words.subList(files, words.size());
    if (files > 1 || words.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          "submit needs one job document, or -- and a command; it got "
              + (words.isEmpty() ? "neither" : words.subList(0, files)));
    }
    boolean fromInput = files == 1 && words.getFirst().equals(DocumentFile.STANDARD_INPUT);
    if (fromInput && job.takesStandardInput()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--stdin: standard input cannot be both the document and the job's input");
    }
    ObjectNode document =
        files == 0
            ? Json.object()
            : DocumentFile.read(words.getFirst(), console().directory(), console().in());
    job.applyTo(document, argv, console());
    return document;
  }

  /** How many of the words stand before {@code --}. */
  private int filesBeforeCommand() {
    List<String> all = spec.commandLine().getParseResult().originalArgs();
    int end = all.indexOf("--");
    return end < 0 ? words.size() : words.size() - (all.size() - end - 1);
  }
}
