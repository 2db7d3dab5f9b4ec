package dev.bourse.topics.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Where a key lives. */
public final class Keys {

  private Keys() {}

  /** The bytes of a key. */
  public static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  /** The partition that Kafka's default partitioner, and so any producer, chooses for a key. */
  public static int partition(String key, int partitions) {
    return BuiltInPartitioner.partitionForKey(bytes(key), partitions);
  }
}
