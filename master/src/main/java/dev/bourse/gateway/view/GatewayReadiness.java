package dev.bourse.gateway.view;

import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether the gateway can answer: every table has been read as far as it went at start, and what
 * becomes of commands is being heard of.
 */
@Singleton
public final class GatewayReadiness {

  private static final Logger LOG = Logger.getLogger(GatewayReadiness.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration POSITION_LIMIT = Duration.ofSeconds(5);

  private final Progress progress;
  private final Layout layout;
  private final KafkaClientService clients;
  private final String bootstrapServers;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  GatewayReadiness(
      Progress progress,
      Layout layout,
      KafkaClientService clients,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.progress = progress;
    this.layout = layout;
    this.clients = clients;
    this.bootstrapServers = bootstrapServers;
  }

  /** Whether it is ready. Once ready, it stays so. */
  public boolean isReady() {
    return ready.isDone();
  }

  /** Done when it is ready; never fails. */
  public CompletionStage<Void> whenReady() {
    return ready.copy();
  }

  /** The channels have been started by now: they observe with a higher priority. */
  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("gateway-readiness").start(this::watch);
  }

  private void watch() {
    try {
      retrying(() -> progress.expect(lastRecords()));
      retrying(() -> awaitPositions("dead-letters", 1));
      retrying(() -> awaitPositions("journal", layout.cells()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    progress.caughtUp().thenRun(() -> ready.complete(null));
  }

  private static void retrying(Runnable action) throws InterruptedException {
    for (boolean done = false; !done; ) {
      try {
        action.run();
        done = true;
      } catch (KafkaException | IllegalStateException e) {
        LOG.debug("not ready yet", e);
        Thread.sleep(RETRY);
      }
    }
  }

  private Map<TopicPartition, Long> lastRecords() {
    List<TopicPartition> partitions =
        Stream.of(Topic.JOBS, Topic.TASKS, Topic.AGENTS, Topic.FRAMEWORKS, Topic.ROLES)
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions(layout))
                        .mapToObj(p -> new TopicPartition(layout.name(topic), p)))
            .toList();
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ConsumerConfig.CLIENT_ID_CONFIG, "gateway-readiness",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return new LastRecords(consumer).find(partitions);
    }
  }

  /** A channel that reads from the end: what comes before the end is known would be missed. */
  private void awaitPositions(String channel, int partitions) {
    Map<TopicPartition, Long> positions =
        Objects.requireNonNull(clients.getConsumer(channel))
            .getPositions()
            .await()
            .atMost(POSITION_LIMIT);
    if (positions.size() < partitions) {
      throw new IllegalStateException("the channel " + channel + " has not all partitions yet");
    }
  }
}
