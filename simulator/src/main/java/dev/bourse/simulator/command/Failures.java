package dev.bourse.simulator.command;

import dev.bourse.simulator.history.HistoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One line for what a user can put right; the whole story for what is our fault. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    if (e instanceof ToolException || e instanceof HistoryException) {
      command.getErr().println("bourse: " + e.getMessage());
      return 1;
    }
    throw e;
  }
}
