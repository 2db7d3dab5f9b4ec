package dev.bourse.cli.command;

import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.LogFollower;
import dev.bourse.cli.client.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the output of a job. */
@Command(name = "logs", description = "Print a job's output: stdout on stdout, stderr on stderr.")
public final class LogsCommand extends ClusterCommand {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The streams of a process. */
  enum Stream {
    STDOUT,
    STDERR
  }

  @Parameters(paramLabel = "ID", description = "The job.")
  private String id = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until the job has ended.")
  private boolean follow;

  @Option(
      names = "--stream",
      paramLabel = "stdout|stderr",
      description = "Only this one; default: both.")
  private @Nullable Stream stream;

  @Override
  void execute(BourseClient client) throws ClientException, IOException {
    String name = stream == null ? null : stream.name().toLowerCase(Locale.ROOT);
    var sink = new ConsoleLogSink(console(), terminal());
    LogFollower follower = new LogFollower(client, id, name, sink);
    if (follow) {
      // Only a job that exists is worth waiting for.
      client.job(id);
      follower.follow(new Patience(PATIENCE));
    } else {
      follower.copy();
    }
  }
}
