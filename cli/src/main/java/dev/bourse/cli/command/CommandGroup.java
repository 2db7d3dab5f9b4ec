package dev.bourse.cli.command;

import dev.bourse.cli.console.Console;
import dev.bourse.cli.console.Session;
import dev.bourse.cli.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Commands that share their first word. */
@Command
abstract class CommandGroup implements Session {

  @ParentCommand private Session session;

  @Override
  public final Console console() {
    return session.console();
  }

  @Override
  public final Terminal terminal() {
    return session.terminal();
  }
}
