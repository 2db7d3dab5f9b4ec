package dev.bourse.cli.command;

import dev.bourse.cli.client.LogSink;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.Console;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.console.Terminal;
import java.io.IOException;
import java.io.OutputStream;

/** A job's standard output and error become those of this process. */
final class ConsoleLogSink implements LogSink {

  private final Console console;
  private final Terminal terminal;

  ConsoleLogSink(Console console, Terminal terminal) {
    this.console = console;
    this.terminal = terminal;
  }

  @Override
  public void write(String stream, byte[] bytes) {
    OutputStream target = stream.equals("stderr") ? console.err() : console.out();
    try {
      target.write(bytes);
      target.flush();
    } catch (IOException e) {
      throw new CommandException(ExitCode.BROKEN_PIPE, "cannot write " + stream, e);
    }
  }

  @Override
  public void dropped(String stream, int attempt, long bytes) {
    terminal.warn(
        "the last %d bytes of %s were not kept: the job's logs.cap was reached"
            .formatted(bytes, stream));
  }
}
