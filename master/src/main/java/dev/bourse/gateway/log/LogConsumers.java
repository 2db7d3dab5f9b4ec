package dev.bourse.gateway.log;

import dev.bourse.gateway.view.GatewayReadiness;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Consumers for the topic {@code logs}. One is always kept at hand, connected and with metadata,
 * because to make one takes longer than to read a short output. None is used twice: the fetch of
 * its last use might still be under way, and the next use would have to wait for it.
 */
@Singleton
public final class LogConsumers {

  private static final Logger LOG = Logger.getLogger(LogConsumers.class);
  private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);

  private final AtomicReference<@Nullable Consumer<byte[], byte[]>> spare = new AtomicReference<>();
  private final String bootstrapServers;
  private final Layout layout;
  private final GatewayReadiness readiness;
  private final AtomicLong count = new AtomicLong();
  private volatile boolean stopped;

  LogConsumers(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      Layout layout,
      GatewayReadiness readiness) {
    this.bootstrapServers = bootstrapServers;
    this.layout = layout;
    this.readiness = readiness;
  }

  void start(@Observes StartupEvent event) {
    readiness.whenReady().thenRun(this::replenish);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
    close(spare.getAndSet(null));
  }

  /** A consumer without an assignment, to be given back. */
  Consumer<byte[], byte[]> take() {
    Consumer<byte[], byte[]> ready = spare.getAndSet(null);
    replenish();
    return ready == null ? create() : ready;
  }

  /** Closes it, on a thread of its own: the client shall not wait for that. */
  void giveBack(Consumer<byte[], byte[]> consumer) {
    Thread.startVirtualThread(() -> close(consumer));
  }

  private void replenish() {
    Thread.startVirtualThread(
        () -> {
          Consumer<byte[], byte[]> fresh = create();
          try {
            // Connects to every broker that has some of it.
            fresh.assign(partitions());
            fresh.endOffsets(partitions());
          } catch (KafkaException e) {
            LOG.debug("the spare consumer has no metadata yet", e);
          }
          close(spare.getAndSet(fresh));
          if (stopped) {
            close(spare.getAndSet(null));
          }
        });
  }

  private Consumer<byte[], byte[]> create() {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            // Unique, because metrics are registered under it.
            ConsumerConfig.CLIENT_ID_CONFIG,
            "gateway-logs-" + count.incrementAndGet(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            // What has been deleted cannot be waited for: go on with what is there.
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG,
            false);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private List<TopicPartition> partitions() {
    return IntStream.range(0, layout.logPartitions())
        .mapToObj(partition -> new TopicPartition(layout.name(Topic.LOGS), partition))
        .toList();
  }

  private static void close(@Nullable Consumer<byte[], byte[]> consumer) {
    if (consumer != null) {
      try {
        consumer.close(AT_ONCE);
      } catch (KafkaException e) {
        LOG.debug("a consumer did not close cleanly", e);
      }
    }
  }
}
