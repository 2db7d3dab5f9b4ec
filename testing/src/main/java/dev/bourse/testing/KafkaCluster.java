package dev.bourse.testing;

import java.io.IOException;

/** A Kafka cluster that a test may use, and shares with all others of its JVM. */
public interface KafkaCluster extends AutoCloseable {

  /** {@code HOST:PORT}, as Kafka clients want it. */
  String bootstrapServers();

  /** Stops the cluster and removes its data. */
  @Override
  void close();

  /**
   * Starts the kind of cluster that the system property {@code kafka} names: {@code embedded}
   * (default), a broker process from {@code broker/target/lib} below the directory in the system
   * property {@code bourse.root}; or {@code testcontainers}, Kafka's own image with the same
   * settings.
   *
   * @throws IOException if it cannot be started; the message says why
   * @throws InterruptedException if interrupted while waiting for it; nothing is left running then
   */
  static KafkaCluster start() throws IOException, InterruptedException {
    String kind = System.getProperty("kafka", "embedded");
    return switch (kind) {
      case "embedded" -> EmbeddedKafka.start();
      case "testcontainers" -> ContainerKafka.start();
      default ->
          throw new IllegalArgumentException(
              "system property kafka: embedded or testcontainers expected, not " + kind);
    };
  }
}
