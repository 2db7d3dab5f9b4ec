package dev.bourse.agent.exec;

import java.io.Serial;

/** A command that cannot be started; the message says what is wrong with it. */
public final class NotStartableException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** The exit code of shells for a command that does not exist. */
  private static final int NOT_FOUND = 127;

  /** The exit code of shells for a command that exists and cannot be run. */
  private static final int NOT_EXECUTABLE = 126;

  private final int exitCode;

  private NotStartableException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static NotStartableException notFound(String command) {
    return new NotStartableException(NOT_FOUND, "command not found: " + command);
  }

  static NotStartableException because(String message) {
    return new NotStartableException(NOT_EXECUTABLE, message);
  }

  /** As a shell would report it. */
  public int exitCode() {
    return exitCode;
  }
}
