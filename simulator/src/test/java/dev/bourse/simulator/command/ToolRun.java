package dev.bourse.simulator.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command as a user would, and keeps what it says. */
final class ToolRun {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  int run(String... args) {
    return Tools.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
