package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.Console;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.document.JobFields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that describe a job; the same for {@code run} and {@code submit}. */
final class JobOptions {

  private static final int MAX_STDIN_BYTES = 48 << 10;

  @Option(names = "--id", paramLabel = "ID", description = "Id of the job; default: generated.")
  private @Nullable String id;

  @Option(names = "--name", paramLabel = "TEXT", description = "A name for people.")
  private @Nullable String name;

  @Option(names = "--cpus", paramLabel = "N", description = "CPUs: 0.5, 500m, 2; default 1.")
  private @Nullable String cpus;

  @Option(names = "--memory", paramLabel = "SIZE", description = "256Mi, 1Gi; default 256Mi.")
  private @Nullable String memory;

  @Option(names = "--disk", paramLabel = "SIZE", description = "10Gi; default 1Gi.")
  private @Nullable String disk;

  @Option(
      names = {"-e", "--env"},
      paramLabel = "NAME[=VALUE]",
      description = "Environment variable; without a value: as it is here. May be repeated.")
  private List<String> env = List.of();

  @Option(
      names = {"-l", "--label"},
      paramLabel = "KEY=VALUE",
      description = "Label for filters. May be repeated.")
  private Map<String, String> labels = Map.of();

  @Option(names = "--role", paramLabel = "ROLE", description = "Who pays; default: default.")
  private @Nullable String role;

  @Option(names = "--priority", paramLabel = "N", description = "0 to 100; default 50.")
  private @Nullable Integer priority;

  @Option(names = "--timeout", paramLabel = "TIME", description = "Longest run: 90s, 1h30m.")
  private @Nullable String timeout;

  @Option(names = "--retry", paramLabel = "N", description = "Retries after failures; default 0.")
  private @Nullable Integer retry;

  @Option(names = "--user", paramLabel = "USER", description = "Run as this user of the agent.")
  private @Nullable String user;

  @Option(names = "--workdir", paramLabel = "DIR", description = "Directory to run in.")
  private @Nullable String workdir;

  @Option(
      names = {"-i", "--stdin"},
      description = "Give the job what is on standard input: UTF-8 text, at most 48 KiB.")
  private boolean stdin;

  /** Puts what was given into a document. */
  void applyTo(ObjectNode document, List<String> argv, Console console) {
    new JobFields(document)
        .text("id", id)
        .text("name", name)
        .command(argv)
        .entries("env", variables(console))
        .text("workdir", workdir)
        .text("user", user)
        .text("stdin", stdin ? input(console) : null)
        .resource("cpus", cpus)
        .resource("memory", memory)
        .resource("disk", disk)
        .entries("labels", labels)
        .text("role", role)
        .number("priority", priority)
        .text("timeout", timeout)
        .retries(retry);
  }

  /** Whether standard input belongs to the job. */
  boolean takesStandardInput() {
    return stdin;
  }

  private Map<String, String> variables(Console console) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String text : env) {
      int equals = text.indexOf('=');
      if (equals >= 0) {
        variables.put(text.substring(0, equals), text.substring(equals + 1));
      } else if (console.environment().containsKey(text)) {
        variables.put(text, console.environment().get(text));
      }
    }
    return variables;
  }

  private static @Nullable String input(Console console) {
    try {
      byte[] bytes = console.in().readNBytes(MAX_STDIN_BYTES + 1);
      if (bytes.length > MAX_STDIN_BYTES) {
        throw new CommandException(
            ExitCode.USAGE,
            "--stdin: standard input is longer than 48 KiB, the most a job may have");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.isEmpty() ? null : text;
    } catch (CharacterCodingException e) {
      throw new CommandException(
          ExitCode.USAGE, "--stdin: standard input is no UTF-8 text, which it must be", e);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILED, "--stdin: cannot read standard input: " + e.getMessage(), e);
    }
  }
}
