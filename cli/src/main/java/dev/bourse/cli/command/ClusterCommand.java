package dev.bourse.cli.command;

import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.console.Console;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.console.Session;
import dev.bourse.cli.console.Terminal;
import dev.bourse.cli.output.Times;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** A command that needs a cluster that is there already. */
abstract class ClusterCommand implements Callable<Integer> {

  @ParentCommand private Session session;

  @Mixin private final ServerOption server = new ServerOption();

  @Override
  public final Integer call() throws ClientException, IOException {
    execute(server.client(session.console()));
    return ExitCode.OK;
  }

  /** Does it. */
  abstract void execute(BourseClient client) throws ClientException, IOException;

  final Console console() {
    return session.console();
  }

  final Terminal terminal() {
    return session.terminal();
  }

  final Times times() {
    return new Times(console().clock());
  }
}
