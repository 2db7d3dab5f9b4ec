package dev.bourse.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.client.ClientException;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.output.OfferTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** List the offers that frameworks have not answered. */
@Command(name = "offers", description = "List the offers that frameworks have not answered.")
public final class OffersCommand extends ClusterCommand {

  @Option(
      names = "--framework",
      paramLabel = "FRAMEWORK",
      description = "Only those of this framework.")
  private @Nullable String framework;

  @Option(names = "--agent", paramLabel = "AGENT", description = "Only those of this agent.")
  private @Nullable String agent;

  @Option(names = "--json", description = "Print the offers as a JSON array.")
  private boolean json;

  @Override
  void execute(BourseClient client) throws ClientException {
    JsonNode found = client.operator().offers(framework, agent);
    terminal().print(json ? Json.pretty(found) : OfferTable.of(found, times()));
  }
}
