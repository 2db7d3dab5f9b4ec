package dev.bourse.testing;

import dev.bourse.broker.BrokerSettings;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Kafka's own image, of the version of the clients on the class path, with the settings of our
 * brokers.
 */
final class ContainerKafka implements KafkaCluster {

  private final KafkaContainer container;

  private ContainerKafka(KafkaContainer container) {
    this.container = container;
  }

  static ContainerKafka start() {
    KafkaContainer container = new KafkaContainer(image());
    container.withEnv(environment(BrokerSettings.singleNode()));
    container.start();
    return new ContainerKafka(container);
  }

  @Override
  public String bootstrapServers() {
    return container.getBootstrapServers();
  }

  @Override
  public void close() {
    container.stop();
  }

  static DockerImageName image() {
    return DockerImageName.parse("apache/kafka").withTag(AppInfoParser.getVersion());
  }

  /** The variables that the image turns into {@code server.properties}. */
  static Map<String, String> environment(Map<String, String> settings) {
    Map<String, String> variables = new TreeMap<>();
    settings.forEach(
        (name, value) ->
            variables.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    return variables;
  }
}
