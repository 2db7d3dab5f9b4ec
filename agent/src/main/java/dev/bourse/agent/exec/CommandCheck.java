package dev.bourse.agent.exec;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a command can be started, told before it is tried, so that the answer is a message and
 * not only a number.
 */
final class CommandCheck {

  private CommandCheck() {}

  /**
   * Checks.
   *
   * @param command a path, or a name to be looked for
   * @param path where to look, parted by colons
   * @param workdir where a relative path starts
   * @throws NotStartableException when it cannot be started
   */
  static void check(String command, String path, Path workdir) throws NotStartableException {
    if (command.indexOf('/') >= 0) {
      checkFile(command, workdir.resolve(command));
      return;
    }
    NotStartableException problem = NotStartableException.notFound(command);
    for (String place : path.split(":", -1)) {
      try {
        checkFile(command, workdir.resolve(place).resolve(command));
        return;
      } catch (NotStartableException e) {
        // A file that cannot be run says more than that there is none.
        problem = e.exitCode() < problem.exitCode() ? e : problem;
      }
    }
    throw problem;
  }

  private static void checkFile(String command, Path file) throws NotStartableException {
    if (!Files.exists(file)) {
      throw NotStartableException.notFound(command);
    }
    if (Files.isDirectory(file)) {
      throw NotStartableException.because("is a directory: " + command);
    }
    if (!Files.isExecutable(file)) {
      throw NotStartableException.because("permission denied: " + command);
    }
  }
}
