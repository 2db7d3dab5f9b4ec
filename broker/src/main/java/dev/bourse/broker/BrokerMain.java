package dev.bourse.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Runs a single-node Kafka broker, on loopback only, until SIGTERM or, with {@code --follow-stdin},
 * until standard input ends.
 *
 * <p>Arguments: {@code --dir DIR} (required; {@code DIR/data} is formatted when it is new), {@code
 * --port PORT} (default 0: a free one), {@code --follow-stdin}. It prints one line on standard
 * output, {@code ready HOST:PORT}, when it accepts requests; warnings and errors go to standard
 * error. Exit codes: 0 stopped as asked, 1 failed, 2 wrong arguments.
 */
public final class BrokerMain {

  private static final int EXIT_FAILED = 1;
  private static final int EXIT_USAGE = 2;

  private BrokerMain() {}

  /** Starts the broker; returns when it has been shut down. */
  public static void main(String[] args) {
    BrokerArguments arguments;
    try {
      arguments = BrokerArguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(BrokerArguments.USAGE);
      System.exit(EXIT_USAGE);
      return;
    }
    logWarningsToStderr();
    if (arguments.followStdin()) {
      exitWhenEnded(System.in);
    }
    try {
      run(arguments);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(EXIT_FAILED);
    }
  }

  private static void run(BrokerArguments arguments) throws Exception {
    Path dataDir = arguments.directory().resolve("data");
    Files.createDirectories(dataDir);
    Ports ports = Ports.choose(arguments.port());
    Map<String, String> settings =
        BrokerSettings.onLoopback(dataDir, ports.client(), ports.controller());
    writeProperties(arguments.directory().resolve("server.properties"), settings);
    formatIfNew(dataDir);

    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
    server.startup();
    System.out.println(BrokerProcess.READY + BrokerSettings.HOST + ":" + ports.client());
    server.awaitShutdown();
  }

  private static void formatIfNew(Path dataDir) throws Exception {
    // Written last when formatting, and atomically.
    if (Files.exists(dataDir.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(BrokerSettings.NODE_ID)
        .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
        .addDirectory(dataDir.toString())
        .setMetadataLogDirectory(dataDir.toString())
        .setIgnoreFormatted(true)
        .run();
  }

  /** Only for people to read: the broker is given the settings directly. */
  private static void writeProperties(Path file, Map<String, String> settings) throws IOException {
    StringBuilder text = new StringBuilder("# Written at every start; changes are lost.\n");
    settings.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    Files.writeString(file, text);
  }

  private static void logWarningsToStderr() {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
    System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    // Kafka's log level controller asks log4j-api, which looks for an implementation and warns when
    // there is none.
    System.setProperty("log4j.provider", "org.apache.logging.log4j.simple.internal.SimpleProvider");
  }

  private static void exitWhenEnded(InputStream input) {
    Thread follower =
        new Thread(
            () -> {
              try {
                input.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                System.err.println("standard input failed: " + e.getMessage());
              }
              System.exit(0);
            },
            "follow-stdin");
    follower.setDaemon(true);
    follower.start();
  }

  /** The two ports a combined broker and controller listens on. */
  private record Ports(int client, int controller) {

    static Ports choose(int client) throws IOException {
      InetAddress host = InetAddress.ofLiteral(BrokerSettings.HOST);
      // Both sockets are open at the same time, so that the two numbers differ.
      try (ServerSocket first = new ServerSocket(client, 1, host);
          ServerSocket second = new ServerSocket(0, 1, host)) {
        return new Ports(first.getLocalPort(), second.getLocalPort());
      }
    }
  }
}
