package dev.bourse.broker;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The {@code server.properties} of the single-node brokers that Bourse starts itself. */
public final class BrokerSettings {

  /** The only address such a broker listens on. */
  static final String HOST = "127.0.0.1";

  static final String CONTROLLER_LISTENER = "CONTROLLER";
  static final int NODE_ID = 1;

  private BrokerSettings() {}

  /**
   * Everything that does not depend on where the broker runs, by property name; times in
   * milliseconds, sizes in bytes. What is not set here is Kafka's default.
   */
  public static Map<String, String> singleNode() {
    Map<String, String> settings = new TreeMap<>();
    // One node holds one copy of everything.
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");

    // A mistyped topic name is an error, not a new topic.
    settings.put("auto.create.topics.enable", "false");

    // Fast start of groups, and fast takeover from a dead member or an abandoned transaction.
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.streams.initial.rebalance.delay.ms", "0");
    settings.put("group.min.session.timeout.ms", "500");
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200");

    // After a crash the broker may register again only when its former self has timed out.
    settings.put("broker.session.timeout.ms", "1500");
    settings.put("broker.heartbeat.interval.ms", "300");

    // A small process beside others.
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("num.recovery.threads.per.data.dir", "1");
    settings.put("log.cleaner.threads", "1");
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    return Collections.unmodifiableMap(settings);
  }

  /**
   * The settings of a broker that keeps its data in {@code dataDir} and listens on loopback only.
   *
   * @param port for clients
   * @param controllerPort for the controller in the same process; not for clients
   */
  static Map<String, String> onLoopback(Path dataDir, int port, int controllerPort) {
    String client = "PLAINTEXT://" + HOST + ":" + port;
    String controller = HOST + ":" + controllerPort;
    Map<String, String> settings = new TreeMap<>(singleNode());
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put("controller.quorum.voters", NODE_ID + "@" + controller);
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put("listeners", client + "," + CONTROLLER_LISTENER + "://" + controller);
    settings.put("advertised.listeners", client);
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    settings.put("log.dirs", dataDir.toString());
    return Collections.unmodifiableMap(settings);
  }
}
