package dev.bourse.gateway.view;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.view.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Feeds a table with one record after the other. */
final class Feed {

  private static final TopicPartition WHERE = new TopicPartition("table", 0);

  private final Consumer<ConsumerRecords<byte[], byte[]>> table;
  private int cell;
  private long offset;

  Feed(Consumer<ConsumerRecords<byte[], byte[]>> table) {
    this.table = table;
  }

  /** What follows is of this cell; 0 at first. */
  Feed cell(int number) {
    cell = number;
    return this;
  }

  void write(View view) {
    write(view.key(), RecordCodec.encode(view));
  }

  void end(String key) {
    write(key, null);
  }

  void write(String key, byte @Nullable [] value) {
    write(new ConsumerRecord<>(WHERE.topic(), cell, offset++, key.getBytes(), value));
  }

  /** With the header that says what it is. */
  void writeTyped(String key, Object value) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            WHERE.topic(), cell, offset++, key.getBytes(), RecordCodec.encode(value));
    CloudEvents.add(record.headers(), RecordType.of(value), "/test", "x");
    write(record);
  }

  private void write(ConsumerRecord<byte[], byte[]> record) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
    records.put(WHERE, List.of(record));
    table.accept(new ConsumerRecords<>(records, Map.of()));
  }
}
