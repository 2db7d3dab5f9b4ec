package dev.bourse.simulator.history;

import dev.bourse.topics.kafka.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topics as they are in Kafka. Only what is committed is read, and nothing is written: not even
 * how far one has read.
 *
 * @param bootstrapServers where Kafka is
 * @param prefix of the cluster's topics
 * @param cell which cell
 * @param follow whether to wait for what is still to come, rather than end where the topic ended
 *     when reading began
 */
public record KafkaSource(String bootstrapServers, String prefix, int cell, boolean follow)
    implements RecordSource {

  private static final int REQUEST_MILLIS = 10_000;
  private static final int FETCH_BYTES = 8 << 20;

  @Override
  public RecordReader read(Topic topic) {
    TopicPartition partition = new TopicPartition(topic.name(prefix), cell);
    try {
      KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(config(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
      return new KafkaReader(consumer, partition, follow, description());
    } catch (KafkaException e) {
      throw new HistoryException("cannot read " + partition + " from " + description(), e);
    }
  }

  Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    return config;
  }

  @Override
  public String description() {
    return "Kafka at " + bootstrapServers;
  }
}
