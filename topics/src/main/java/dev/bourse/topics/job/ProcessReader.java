package dev.bourse.topics.job;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads what is about the process: {@code command} or {@code shell}, and its surroundings. */
final class ProcessReader {

  private static final int MAX_ARGUMENTS = 1_024;
  private static final int MAX_TEXT = 48 << 10;

  private static final String MISSING =
      "is missing; give either command, a list of texts, or shell, one line for /bin/sh";

  private final Section job;

  ProcessReader(Section job) {
    this.job = job;
  }

  @Nullable ProcessSpec read() {
    List<String> argv = argv();
    SortedMap<String, String> env = job.map("env", 1_024, ProcessReader::variableError);
    String workdir = job.text("workdir", 4_096);
    String user = job.text("user", 32);
    String stdin = job.text("stdin", MAX_TEXT);
    return argv == null ? null : new ProcessSpec(argv, env, workdir, user, stdin);
  }

  private @Nullable List<String> argv() {
    boolean hasCommand = job.has("command");
    boolean hasShell = job.has("shell");
    if (hasCommand == hasShell) {
      job.error("command", hasCommand ? "cannot be given together with shell" : MISSING);
      return null;
    }
    if (hasShell) {
      String line = job.text("shell", MAX_TEXT);
      return line == null ? null : List.of("/bin/sh", "-c", line);
    }
    return command();
  }

  private @Nullable List<String> command() {
    List<String> argv = job.texts("command", MAX_ARGUMENTS);
    if (argv == null) {
      return null;
    }
    if (argv.isEmpty() || argv.getFirst().isEmpty()) {
      job.error("command", "must begin with the name of a program, but that is empty");
      return null;
    }
    if (argv.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
      job.error("command", "must not contain NUL");
      return null;
    }
    return argv;
  }

  private static @Nullable String variableError(String key) {
    return key.isEmpty() || key.indexOf('=') >= 0 || key.indexOf('\0') >= 0
        ? "has the name '"
            + Section.shorten(key)
            + "', but a name must not be empty or contain = or NUL"
        : null;
  }
}
