package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Decision;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.client.OperatorClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Empty an agent: nothing more of it is offered, and its tasks are killed. */
@Command(
    name = "drain",
    description = {
      "Empty an agent: nothing more of it is offered, and its tasks are killed.",
      "Jobs start again elsewhere. It cannot be called off; reactivate it when it is DRAINED."
    })
public final class AgentDrainCommand extends OperatorCommand {

  @Parameters(paramLabel = "AGENT", description = "The agent.")
  private String agent = "";

  @Option(
      names = "--max-grace",
      paramLabel = "TIME",
      description = "The most that a task gets between TERM and KILL; default: its own grace.")
  private @Nullable String maxGrace;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "After this, tasks that are still there are given up; default: never.")
  private @Nullable String deadline;

  @Option(names = "--mark-gone", description = "It is gone for ever when it is empty.")
  private boolean markGone;

  @Override
  Decision execute(OperatorClient client) throws ClientException {
    ObjectNode document = Json.object();
    if (maxGrace != null) {
      document.put("maxGrace", maxGrace);
    }
    if (deadline != null) {
      document.put("deadline", deadline);
    }
    if (markGone) {
      document.put("markGone", true);
    }
    return client.agent(agent, "drain", document);
  }
}
