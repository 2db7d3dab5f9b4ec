package dev.bourse.cli.command;

import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.console.Session;
import dev.bourse.cli.local.FastStart;
import dev.bourse.cli.local.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Makes later starts faster. */
@Command(
    name = "prepare",
    description = {
      "Make later starts faster, by caches of what the JVM loads.",
      "Done by itself, in the background, after the first run that started a cluster;"
          + " BOURSE_FAST_START=off prevents that."
    })
public final class PrepareCommand implements Callable<Integer> {

  @ParentCommand private Session session;

  @Override
  public Integer call() throws Exception {
    session.terminal().progress("preparing fast start (about half a minute)");
    Installation installation = Installation.ofProcess();
    int made = new Preparation(installation).run();
    if (made < FastStart.count()) {
      throw new CommandException(
          ExitCode.FAILED,
          "only %d of %d caches could be made; see %s"
              .formatted(made, FastStart.count(), installation.caches()));
    }
    return ExitCode.OK;
  }
}
