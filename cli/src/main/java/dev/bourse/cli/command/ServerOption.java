package dev.bourse.cli.command;

import dev.bourse.cli.client.BourseClient;
import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.Console;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.local.DevCluster;
import dev.bourse.cli.local.DevFolder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster a command talks to. */
final class ServerOption {

  private static final String OPTION = "--server";
  private static final String VARIABLE = "BOURSE_SERVER";

  @Option(
      names = OPTION,
      paramLabel = "URL",
      description = "The cluster; default: $BOURSE_SERVER, else the dev cluster of this folder.")
  private @Nullable String server;

  /** A client of the cluster, or the advice to have one. */
  BourseClient client(Console console) {
    BourseClient client = find(console);
    if (client == null) {
      throw new CommandException(
          ExitCode.NO_CLUSTER,
          "no cluster: start one with ./bourse dev, or point --server or BOURSE_SERVER at one");
    }
    return client;
  }

  /** A client of the cluster that was named or that runs here; null if there is none. */
  @Nullable BourseClient find(Console console) {
    URI address = address(console);
    return address == null ? null : new BourseClient(address);
  }

  private @Nullable URI address(Console console) {
    if (server != null) {
      return parse(OPTION, server);
    }
    String variable = console.variable(VARIABLE);
    if (variable != null) {
      return parse(VARIABLE, variable);
    }
    DevCluster cluster = DevFolder.standard(console).running();
    return cluster == null ? null : cluster.server();
  }

  private static URI parse(String source, String text) {
    String url = text.contains("://") ? text : "http://" + text;
    try {
      URI uri = new URI(url.replaceFirst("/+$", ""));
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // reported below, like an address of another kind
    }
    throw new CommandException(
        ExitCode.USAGE,
        source + ": is '" + text + "', but must be an address like http://localhost:8380");
  }
}
