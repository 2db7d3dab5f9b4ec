package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.OperatorClient;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Set the weight and the quota of a role; what is not named stays as it is. */
@Command(
    name = "set",
    description = {
      "Set the weight and the quota of a role; what is not named stays as it is.",
      "A quota is for the role and those below it, as in cpus:8;memory:16384 (MiB)."
    })
public final class RoleSetCommand extends OperatorCommand {

  private static final String NONE = "none";

  @Parameters(paramLabel = "ROLE", description = "The role, such as eng/backend.")
  private String role = "";

  @Option(
      names = "--weight",
      paramLabel = "W",
      description =
          "How much it gets beside its siblings: of 2 twice as much as of 1, the default.")
  private @Nullable String weight;

  @Option(
      names = "--limit",
      paramLabel = "Q",
      description = "The most that it holds; none for no limit.")
  private @Nullable String limit;

  @Option(
      names = "--guarantee",
      paramLabel = "Q",
      description = "What is kept free for it; none for nothing.")
  private @Nullable String guarantee;

  @Option(
      names = "--force",
      description = "Even if it holds more than the limit, or more is guaranteed than there is.")
  private boolean force;

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    ObjectNode document = Json.object();
    if (weight != null) {
      document.put("weight", weight);
    }
    put(document, "limit", limit);
    put(document, "guarantee", guarantee);
    if (document.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "role set needs --weight, --limit or --guarantee");
    }
    if (force) {
      document.put("force", true);
    }
    return client.setRole(role, document);
  }

  private static void put(ObjectNode document, String field, @Nullable String quota) {
    if (quota != null) {
      // An empty variable of a script is not to take a quota away.
      if (quota.isBlank()) {
        throw new CommandException(
            ExitCode.USAGE, "--" + field + " is empty, but must be like cpus:8, or none");
      }
      document.put(field, quota.equals(NONE) ? null : quota);
    }
  }
}
