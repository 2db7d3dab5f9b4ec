package dev.bourse.cli.local;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command lines of a local cluster's processes. */
final class Commands {

  private static final String OF_AGENTS = "bourse.agent.";
  private static final String HEAP_OF_BROKER = "-Xmx512m";
  private static final String HEAP_OF_MASTER = "-Xmx1g";
  private static final String HEAP_OF_AGENT = "-Xmx256m";

  private final Installation installation;
  private final FastStart fastStart;
  private final Path folder;
  private final int restPort;
  private final int kafkaPort;

  Commands(Installation installation, Path folder, int restPort, int kafkaPort) {
    this.installation = installation;
    this.fastStart = new FastStart(installation);
    this.folder = folder;
    this.restPort = restPort;
    this.kafkaPort = kafkaPort;
  }

  List<String> broker() throws LocalClusterException {
    List<String> command = java(FastStart.BROKER, HEAP_OF_BROKER);
    command.add("-cp");
    command.add(
        installation.brokerJars().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add("dev.bourse.broker.BrokerMain");
    command.addAll(List.of("--dir", folder.resolve("kafka").toString()));
    command.addAll(List.of("--port", Integer.toString(kafkaPort), "--follow-stdin"));
    return command;
  }

  List<String> master(LocalClusterOptions options) throws LocalClusterException {
    List<String> command = java(FastStart.MASTER, HEAP_OF_MASTER);
    command.addAll(common());
    command.add("-Dquarkus.http.host=" + Ports.HOST);
    command.add("-Dquarkus.http.port=" + restPort);
    options.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", installation.masterJar().toString()));
    return command;
  }

  List<String> agent(String id, LocalClusterOptions options) throws LocalClusterException {
    List<String> command = java(FastStart.AGENT, HEAP_OF_AGENT);
    command.addAll(common());
    options
        .settings()
        .forEach(
            (name, value) -> {
              if (name.startsWith(OF_AGENTS)) {
                command.add("-D" + name + "=" + value);
              }
            });
    command.add("-Dbourse.agent.id=" + id);
    command.add("-Dbourse.agent.dir=" + folder.resolve(id));
    command.add("-Dbourse.agent.kill-on-stop=" + options.killTasks());
    if (options.agentResources() != null) {
      command.add("-Dbourse.agent.resources=" + options.agentResources());
    }
    command.addAll(List.of("-jar", installation.agentJar().toString()));
    return command;
  }

  private List<String> common() {
    return List.of(
        "-Dbourse.kafka.bootstrap=" + Ports.HOST + ":" + kafkaPort, "-Dbourse.follow-stdin=true");
  }

  /** Small and quick to start, rather than fast in the long run. */
  private List<String> java(String kind, String heap) {
    List<String> command = new ArrayList<>();
    command.add(installation.java().toString());
    command.addAll(
        List.of(
            heap,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
            "--enable-native-access=ALL-UNNAMED",
            // Netty and Kafka still use it, and the JDK says so at every start.
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(fastStart.options(kind));
    return command;
  }
}
