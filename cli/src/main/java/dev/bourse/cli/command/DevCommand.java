package dev.bourse.cli.command;

import dev.bourse.cli.console.CommandException;
import dev.bourse.cli.console.ExitCode;
import dev.bourse.cli.console.Session;
import dev.bourse.cli.local.DevCluster;
import dev.bourse.cli.local.DevFolder;
import dev.bourse.cli.local.Installation;
import dev.bourse.cli.local.LocalCluster;
import dev.bourse.cli.local.LocalClusterException;
import dev.bourse.cli.local.LocalClusterOptions;
import dev.bourse.cli.local.Ports;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Keeps a cluster running on this machine. */
@Command(
    name = "dev",
    description = {
      "Keep a cluster running on this machine until Ctrl-C; other commands find it.",
      "Its jobs and its agents are still there when it is started again on the same folder."
    })
public final class DevCommand implements Callable<Integer> {

  private static final int KAFKA_PORT = 9392;
  private static final int LAST_PORT = 65_535;
  private static final int MOST_AGENTS = 100;
  private static final String SETTINGS = "bourse.";

  @ParentCommand private Session session;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8380",
      description = "Of the REST API; default 8380, 0: a free one.")
  private int port;

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      description = "Of Kafka; default 9392 or, if that is taken, a free one.")
  private @Nullable Integer kafkaPort;

  @Option(
      names = "--agents",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many agents; default 1.")
  private int agents;

  @Option(
      names = "--resources",
      paramLabel = "TEXT",
      description =
          "What each agent offers, for example 'cpus:2;memory:4096'; default: what is here.")
  private @Nullable String resources;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Keeps its state; default $$BOURSE_HOME/dev, or ./.bourse/dev.")
  private @Nullable Path folder;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A setting of the master, such as bourse.master.roles.batch.limit=cpus:2, or of all agents,"
              + " such as bourse.agent.region=eu; several times for several. It counts from this"
              + " start on.")
  private SortedMap<String, String> settings = new TreeMap<>();

  @Override
  public Integer call() throws Exception {
    LocalClusterOptions options = options();
    DevFolder place = new DevFolder(options.folder());
    try (FileLock lock = place.lock()) {
      if (lock == null) {
        throw taken(place);
      }
      keep(options.withPorts(freePort(), freeKafkaPort()), place);
      return ExitCode.OK;
    }
  }

  private void keep(LocalClusterOptions options, DevFolder place)
      throws IOException, LocalClusterException, InterruptedException {
    Interrupts interrupts = new Interrupts();
    session.terminal().progress("starting a cluster in " + place.path());
    try (LocalCluster cluster = LocalCluster.start(options, Installation.ofProcess())) {
      CompletableFuture<String> end = cluster.failure();
      interrupts.onFirst(() -> end.complete(""));
      place.announce(cluster.server(), cluster.bootstrapServers());
      for (String agent : cluster.restingIds()) {
        session
            .terminal()
            .warn(agent + " was told to stop: an operator has declared it gone, or taken it down");
      }
      session
          .terminal()
          .print(
              DevWelcome.text(
                  cluster.server(),
                  cluster.bootstrapServers(),
                  cluster.agentIds(),
                  place.path(),
                  place.path().equals(DevFolder.standard(session.console()).path())));
      String failure = end.join();
      place.withdraw();
      if (!failure.isEmpty()) {
        throw new CommandException(ExitCode.FAILED, failure);
      }
      session.terminal().progress("stopping");
    } finally {
      interrupts.holdWhileLeaving();
    }
  }

  private LocalClusterOptions options() {
    if (agents < 1 || agents > MOST_AGENTS) {
      throw new CommandException(
          ExitCode.USAGE, "--agents: is " + agents + ", but must be from 1 to " + MOST_AGENTS);
    }
    for (String name : settings.keySet()) {
      if (!name.startsWith(SETTINGS)) {
        throw new CommandException(
            ExitCode.USAGE, "--set: is " + name + ", but must begin with " + SETTINGS);
      }
    }
    Path path =
        folder == null
            ? DevFolder.standard(session.console()).path()
            : session.console().directory().resolve(folder).normalize();
    return LocalClusterOptions.in(path).withAgents(agents, resources).withSettings(settings);
  }

  private int freePort() {
    return requireFree("--port", port);
  }

  private int freeKafkaPort() {
    if (kafkaPort != null) {
      return requireFree("--kafka-port", kafkaPort);
    }
    return Ports.isFree(KAFKA_PORT) ? KAFKA_PORT : 0;
  }

  private static int requireFree(String option, int wanted) {
    if (wanted < 0 || wanted > LAST_PORT) {
      throw new CommandException(
          ExitCode.USAGE, option + ": is " + wanted + ", but must be from 0 to " + LAST_PORT);
    }
    if (wanted != 0 && !Ports.isFree(wanted)) {
      throw new CommandException(
          ExitCode.FAILED,
          "port " + wanted + " is in use; choose another with " + option + ", or 0 for a free one");
    }
    return wanted;
  }

  private static CommandException taken(DevFolder place) {
    DevCluster cluster = place.running();
    String who =
        cluster == null
            ? "another process uses it"
            : "process %d runs it at %s".formatted(cluster.pid(), cluster.server());
    return new CommandException(
        ExitCode.FAILED,
        "the dev cluster in "
            + place.path()
            + " is there already: "
            + who
            + "; choose another with --folder");
  }
}
