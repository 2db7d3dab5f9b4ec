package dev.bourse.master.streams;

import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.assignment.assignors.StickyTaskAssignor;

/**
 * The configuration of the Streams client. Where a value has a reason, {@code docs/adr/0003} has
 * the measurement behind it.
 */
final class StreamsSettings {

  private static final int RETRY_BACKOFF_MILLIS = 20;
  private static final int TRANSACTION_TIMEOUT_MILLIS = 2_000;
  private static final int POLL_MILLIS = 2;

  private StreamsSettings() {}

  static String applicationId(Layout layout) {
    return layout.prefix() + "master";
  }

  /**
   * All of it.
   *
   * @param sessionTimeoutMillis at least the broker's minimum
   */
  static Properties of(
      String bootstrapServers, Layout layout, MasterConfig config, int sessionTimeoutMillis) {
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(layout));
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbys());
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, layout.replication());
    p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
    // The commit is looked at once per poll: a longer one would hide the interval.
    p.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
    // The newer protocol of this version discards a standby's memory when it is promoted.
    p.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    // The default one moves the active task to an instance that has just come back.
    p.put(StreamsConfig.TASK_ASSIGNOR_CLASS_CONFIG, StickyTaskAssignor.class.getName());
    p.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    // There are no global tables; the setting only silences a warning.
    p.put("processing.exception.handler.global.enabled", true);
    p.put(StreamsConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_BACKOFF_MILLIS);
    p.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, RETRY_BACKOFF_MILLIS);
    p.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        sessionTimeoutMillis);
    p.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        Math.max(1, sessionTimeoutMillis / 6));
    p.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 20_000);
    // The commit flushes; until then it is better to gather.
    p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 100);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    p.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topic.MAX_RECORD_BYTES);
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        TRANSACTION_TIMEOUT_MILLIS);
    return p;
  }
}
