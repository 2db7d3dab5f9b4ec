package dev.bourse.cli;

import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.UnreachableException;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.console.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns exceptions into messages for people and exit codes. */
final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final Bourse bourse;

  ErrorReport(Bourse bourse) {
    this.bourse = bourse;
  }

  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    Terminal terminal = bourse.terminal();
    terminal.warn(String.valueOf(exception.getMessage()));
    PrintWriter err = command.getErr();
    if (!UnmatchedArgumentException.printSuggestions(exception, err)) {
      terminal.warn("see " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parseResult) {
    int code = codeOf(exception, command.getCommandSpec().exitCodeOnExecutionException());
    if (code != ExitCode.BROKEN_PIPE) {
      report(exception);
    }
    return code;
  }

  /** A command that has a code of its own for failures uses it for all of them. */
  private static int codeOf(Exception exception, int codeOfCommand) {
    return switch (exception) {
      case CommandException e when codeOfCommand == ExitCode.FAILED -> e.exitCode();
      case CommandException e when e.exitCode() > ExitCode.SIGNAL_BASE -> e.exitCode();
      case UnreachableException e when codeOfCommand == ExitCode.FAILED -> ExitCode.NO_CLUSTER;
      default -> codeOfCommand;
    };
  }

  private void report(Exception exception) {
    boolean expected =
        exception instanceof CommandException || exception instanceof ClientException;
    String message = String.valueOf(exception.getMessage());
    bourse
        .terminal()
        .warn(expected ? message : exception.getClass().getSimpleName() + ": " + message);
    if (bourse.isDebugging()) {
      StringWriter trace = new StringWriter();
      exception.printStackTrace(new PrintWriter(trace, true));
      bourse.terminal().warn(trace.toString());
    }
  }
}
