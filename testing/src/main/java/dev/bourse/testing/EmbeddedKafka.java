package dev.bourse.testing;

import dev.bourse.broker.BrokerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A broker process of this build, with its data in a temporary directory. */
final class EmbeddedKafka implements KafkaCluster {

  private final BrokerProcess broker;
  private final Path directory;

  private EmbeddedKafka(BrokerProcess broker, Path directory) {
    this.broker = broker;
    this.directory = directory;
  }

  static EmbeddedKafka start() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("bourse-kafka-");
    try {
      BrokerProcess broker =
          BrokerProcess.start(directory, libDirectory(), 0, BrokerProcess.DEFAULT_JVM_OPTIONS);
      return new EmbeddedKafka(broker, directory);
    } catch (IOException | InterruptedException | RuntimeException e) {
      delete(directory);
      throw e;
    }
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public void close() {
    broker.close();
    try {
      delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path libDirectory() throws IOException {
    @Nullable String root = System.getProperty("bourse.root");
    if (root == null) {
      throw new IOException(
          "system property bourse.root is not set: Maven sets it to the top of the source tree; "
              + "an IDE needs -Dbourse.root=DIR");
    }
    return Path.of(root, "broker", "target", "lib");
  }

  private static void delete(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> found = Files.walk(directory)) {
      deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
