package dev.bourse.cli.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A running cluster on this machine. All its processes are started at once: the master and the
 * agents try until the broker is there. Not safe for use by several threads, except {@link #close}
 * and {@link #discard}.
 */
public final class LocalCluster implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private static final Duration ABANDON_LIMIT = Duration.ofSeconds(1);

  /** A training run writes its cache while it ends. */
  private static final Duration TRAINING_STOP_LIMIT = Duration.ofMinutes(2);

  private static final String BROKER = "broker";
  private static final String MASTER = "master";
  private static final String AGENT = "agent-";

  private final LocalClusterOptions options;
  private final Commands commands;
  private final String bootstrapServers;
  private final URI server;
  private final List<Component> agents = new ArrayList<>();
  private final List<String> resting = new ArrayList<>();
  private Component broker;
  private Component master;

  private LocalCluster(LocalClusterOptions options, Installation installation)
      throws IOException, LocalClusterException {
    this.options = options;
    int kafkaPort = Ports.orFree(options.kafkaPort());
    int restPort = Ports.orFree(options.restPort());
    this.commands = new Commands(installation, options.folder(), restPort, kafkaPort);
    this.bootstrapServers = Ports.HOST + ":" + kafkaPort;
    this.server = URI.create("http://" + Ports.HOST + ":" + restPort);
    Files.createDirectories(options.folder());
    this.broker = launch(BROKER, commands.broker());
    this.master = launch(MASTER, commands.master(options));
  }

  /**
   * Starts a cluster and waits until all its parts are ready.
   *
   * @throws LocalClusterException if one of them is not; none is left running then
   */
  public static LocalCluster start(LocalClusterOptions options, Installation installation)
      throws LocalClusterException, InterruptedException {
    LocalCluster cluster = launch(options, installation);
    try {
      cluster.awaitReady();
      return cluster;
    } catch (LocalClusterException | InterruptedException | RuntimeException e) {
      // In order: its folder may be that of a cluster that will be continued.
      cluster.close();
      throw e;
    }
  }

  /** Starts the processes and does not wait for them. */
  static LocalCluster launch(LocalClusterOptions options, Installation installation)
      throws LocalClusterException {
    try {
      LocalCluster cluster = new LocalCluster(options, installation);
      for (int i = 1; i <= options.agents(); i++) {
        cluster.agents.add(cluster.launchAgent(i));
      }
      return cluster;
    } catch (IOException e) {
      throw new LocalClusterException("cannot start a local cluster: " + e.getMessage(), e);
    }
  }

  /** Waits until all parts are ready. */
  void awaitReady() throws LocalClusterException, InterruptedException {
    Deadline deadline = Deadline.in(START_LIMIT);
    broker.awaitReady(deadline);
    master.awaitReady(deadline);
    for (int i = 0; i < agents.size(); i++) {
      if (!agents.get(i).becomesReady(deadline)) {
        resting.add(AGENT + (i + 1));
      }
    }
  }

  /** The address of the REST API. */
  public URI server() {
    return server;
  }

  /** The broker, as Kafka clients want it. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The ids of agents that were told to stop when they came: they are gone, or out of service. */
  public List<String> restingIds() {
    return List.copyOf(resting);
  }

  /** The ids of the agents. */
  public List<String> agentIds() {
    return Stream.iterate(1, i -> i <= agents.size(), i -> i + 1).map(i -> AGENT + i).toList();
  }

  /**
   * Completes when one of the processes has ended, with a message about it. An agent that ends well
   * was told to by its operator.
   */
  public CompletableFuture<String> failure() {
    return CompletableFuture.anyOf(
            Stream.concat(
                    agents.stream().map(Component::failed),
                    Stream.of(master, broker).map(Component::ended))
                .toArray(CompletableFuture<?>[]::new))
        .thenApply(String::valueOf);
  }

  /** Ends the master at once, like a power cut. */
  public void killMaster() {
    master.kill();
  }

  /** Starts the master again and waits until it is ready. */
  public void startMaster() throws LocalClusterException, InterruptedException {
    try {
      master = launch(MASTER, commands.master(options));
    } catch (IOException e) {
      throw new LocalClusterException("cannot start the master: " + e.getMessage(), e);
    }
    master.awaitReady(Deadline.in(START_LIMIT));
  }

  /** Ends the first agent at once, like a power cut of the agent alone: its tasks go on. */
  public void killAgent() {
    agents.getFirst().kill();
  }

  /** Starts the first agent again and waits until it is ready. */
  public void startAgent() throws LocalClusterException, InterruptedException {
    try {
      agents.set(0, launchAgent(1));
    } catch (IOException e) {
      throw new LocalClusterException("cannot start the agent: " + e.getMessage(), e);
    }
    agents.getFirst().awaitReady(Deadline.in(START_LIMIT));
  }

  /** Stops everything in order, so that it can be continued from its folder. */
  @Override
  public void close() {
    Duration limit = FastStart.isTraining() ? TRAINING_STOP_LIMIT : STOP_LIMIT;
    agents.forEach(Component::terminate);
    agents.forEach(agent -> agent.awaitEnd(limit));
    for (Component component : List.of(master, broker)) {
      component.terminate();
      component.awaitEnd(limit);
    }
  }

  /** Ends everything at once; for a cluster that nobody will continue. */
  public void discard() {
    if (FastStart.isTraining()) {
      close();
    } else {
      components().parallel().forEach(Component::kill);
    }
  }

  /**
   * Ends everything soon; for a cluster that nobody will continue but whose tasks may still run. An
   * agent that needs its time to end them is left to itself.
   *
   * @return whether all is gone
   */
  boolean abandon() {
    agents.forEach(Component::terminate);
    Stream.of(master, broker).parallel().forEach(Component::kill);
    boolean gone = true;
    for (Component agent : agents) {
      gone &= agent.await(ABANDON_LIMIT);
    }
    return gone;
  }

  private Stream<Component> components() {
    return Stream.concat(agents.stream(), Stream.of(master, broker));
  }

  private Component launchAgent(int number) throws IOException, LocalClusterException {
    String id = AGENT + number;
    return launch(id, commands.agent(id, options));
  }

  private Component launch(String name, List<String> command) throws IOException {
    Path log = options.folder().resolve(name + ".log");
    return Component.start(name, command, log);
  }
}
