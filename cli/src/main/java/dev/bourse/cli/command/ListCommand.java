package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.JobFilter;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.output.JobTable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists jobs. */
@Command(name = "list", aliases = "ls", description = "List jobs, newest first.")
public final class ListCommand extends ClusterCommand {

  @Option(
      names = {"-l", "--label"},
      paramLabel = "KEY=VALUE",
      description = "Only jobs with this label. May be repeated.")
  private List<String> labels = List.of();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only QUEUED, RUNNING, SUCCEEDED, FAILED, CANCELLED or REJECTED jobs.")
  private @Nullable String state;

  @Option(names = "--role", paramLabel = "ROLE", description = "Only jobs of this role.")
  private @Nullable String role;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many; default 100.")
  private int limit;

  @Option(names = "--json", description = "Print the jobs as a JSON array.")
  private boolean json;

  @Override
  void execute(BourseClient client) throws ClientException {
    if (limit < 1) {
      throw new CommandException(
          ExitCode.USAGE, "--limit: is " + limit + ", but must be at least 1");
    }
    String upper = state == null ? null : state.toUpperCase(Locale.ROOT);
    JsonNode jobs = client.jobs(new JobFilter(upper, role, labels, limit));
    terminal().print(json ? Json.pretty(jobs) : JobTable.of(jobs, times()));
  }
}
