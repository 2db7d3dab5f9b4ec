package dev.bourse.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes texts for people: results to standard output, everything else to standard error. */
public final class Terminal {

  private static final String NAME = "bourse: ";

  private final Console console;
  private final boolean verbose;

  /**
   * For these surroundings; when verbose, progress is shown also to those who did not wait for it.
   */
  public Terminal(Console console, boolean verbose) {
    this.console = console;
    this.verbose = verbose;
  }

  /** A result. */
  public void print(String text) {
    write(console.out(), text + "\n");
  }

  /** How things are going: for a person who waits, or who asked for it. */
  public void progress(String text) {
    if (verbose || console.interactive()) {
      write(console.err(), NAME + text + "\n");
    }
  }

  /** What everybody should know. */
  public void warn(String text) {
    text.lines().forEach(line -> write(console.err(), NAME + line + "\n"));
  }

  private static void write(OutputStream stream, String text) {
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException e) {
      throw new CommandException(ExitCode.BROKEN_PIPE, "cannot write: " + e.getMessage(), e);
    }
  }
}
