package dev.bourse.cli.console;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Ends a command with a message for people and an exit code. */
public final class CommandException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** With this exit code and message. */
  public CommandException(int exitCode, String message) {
    this(exitCode, message, null);
  }

  /** With the reason for those who debug. */
  public CommandException(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** For the process. */
  public int exitCode() {
    return exitCode;
  }
}
