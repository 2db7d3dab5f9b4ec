package dev.bourse.master.streams;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Where a record goes to on its topic.
 *
 * @param key of the record, or null
 * @param cell the partition; null when the key decides on it
 */
@SuppressWarnings("ArrayRecordComponent") // as Kafka takes them; compared by nobody
record Address(byte @Nullable [] key, @Nullable Integer cell) {

  /** Writes the key. */
  static final Serializer<Address> SERIALIZER = (topic, address) -> address.key();

  /** Finds the partition. */
  static final StreamPartitioner<Address, byte[]> PARTITIONER =
      (topic, address, value, partitions) -> Optional.ofNullable(address.cell()).map(Set::of);

  /** Where everybody looks who knows the key. */
  static Address byKey(byte @Nullable [] key) {
    return new Address(key, null);
  }

  /**
   * The partition of the cell that writes, whatever the key: another cell may write under the same.
   */
  static Address inCell(int cell, byte[] key) {
    return new Address(key, cell);
  }
}
