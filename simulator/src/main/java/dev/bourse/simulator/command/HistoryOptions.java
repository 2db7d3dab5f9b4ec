package dev.bourse.simulator.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bourse.simulator.history.FolderSource;
import dev.bourse.simulator.history.KafkaOutputs;
import dev.bourse.simulator.history.KafkaSource;
import dev.bourse.simulator.history.RecordSource;
import dev.bourse.simulator.history.RecordedOutputs;
import dev.bourse.simulator.history.Snapshots;
import dev.bourse.topics.kafka.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose history a command reads. */
final class HistoryOptions {

  private static final String VARIABLE = "BOURSE_KAFKA";
  private static final String HOME = "BOURSE_HOME";

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "The cluster's Kafka; default: $$BOURSE_KAFKA, else that of the dev cluster.")
  private @Nullable String kafka;

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description =
          "What the names of its topics begin with; default " + Topic.DEFAULT_PREFIX + ".")
  private String prefix = Topic.DEFAULT_PREFIX;

  @Option(
      names = "--cell",
      paramLabel = "N",
      defaultValue = "0",
      description = "Which cell of it; default ${DEFAULT-VALUE}.")
  private int cell;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Instead of a cluster: a folder made by bourse export.")
  private @Nullable Path from;

  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description = "Start from a snapshot made by bourse audit follow.")
  private @Nullable Path snapshots;

  private HistoryOptions() {}

  /** Where the history is, up to now. */
  RecordSource source() {
    return from == null ? kafka(false) : new FolderSource(from);
  }

  /** Where the history is, with what is still to come. */
  KafkaSource followed() {
    if (from != null) {
      throw new ToolException("--from: is a folder, but only a cluster can be followed");
    }
    return kafka(true);
  }

  /** What was told to others. */
  RecordedOutputs outputs() {
    return from == null ? new KafkaOutputs(kafka(false)) : RecordedOutputs.NONE;
  }

  /** Where snapshots are; null for nowhere. */
  @Nullable Snapshots snapshots() {
    return snapshots == null ? null : new Snapshots(snapshots);
  }

  /** Where snapshots must be; null for nowhere. */
  @Nullable Snapshots existingSnapshots() {
    if (snapshots != null && !Files.isDirectory(snapshots)) {
      throw new ToolException(
          "--snapshots: is " + snapshots + ", but must be a folder that bourse audit follow made");
    }
    return snapshots();
  }

  private KafkaSource kafka(boolean follow) {
    if (cell < 0) {
      throw new ToolException("--cell: is " + cell + ", but must be 0 or more");
    }
    return new KafkaSource(address(), prefix, cell, follow);
  }

  private String address() {
    if (kafka != null) {
      return kafka;
    }
    String variable = System.getenv(VARIABLE);
    if (variable != null && !variable.isBlank()) {
      return variable;
    }
    String home = System.getenv(HOME);
    String found = running(Path.of(home == null ? ".bourse" : home, "dev", "cluster.json"));
    if (found == null) {
      throw new ToolException(
          "no cluster: start one with ./bourse dev, or point --kafka or BOURSE_KAFKA at one, or"
              + " --from at an exported history");
    }
    return found;
  }

  /** The Kafka of the dev cluster that says in this file that it runs; null when it does not. */
  private static @Nullable String running(Path file) {
    try {
      JsonNode state = new JsonMapper().readTree(Files.readString(file));
      Optional<ProcessHandle> process = ProcessHandle.of(state.path("pid").asLong());
      String started =
          process.flatMap(p -> p.info().startInstant()).map(Instant::toString).orElse("unknown");
      return process.isPresent() && started.equals(state.path("started").asText())
          ? state.path("kafka").asText()
          : null;
    } catch (IOException e) {
      // There is no such file, or it is not one of ours.
      return null;
    }
  }
}
