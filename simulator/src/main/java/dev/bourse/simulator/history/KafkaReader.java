package dev.bourse.simulator.history;

import dev.bourse.topics.codec.InputCodec.Input;
import dev.bourse.topics.kafka.CloudEvents;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads one partition. */
final class KafkaReader implements RecordReader {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final boolean follow;
  private final String description;
  private final long end;
  private Iterator<ConsumerRecord<byte[], byte[]>> polled =
      List.<ConsumerRecord<byte[], byte[]>>of().iterator();

  KafkaReader(
      Consumer<byte[], byte[]> consumer,
      TopicPartition partition,
      boolean follow,
      String description) {
    this.consumer = consumer;
    this.partition = partition;
    this.follow = follow;
    this.description = description;
    List<TopicPartition> only = List.of(partition);
    try {
      if (consumer.partitionsFor(partition.topic()).size() <= partition.partition()) {
        throw new HistoryException(partition + " does not exist in " + description);
      }
      consumer.assign(only);
      consumer.seekToBeginning(only);
      end = consumer.endOffsets(only).getOrDefault(partition, 0L);
    } catch (KafkaException e) {
      consumer.close();
      throw failed(e);
    }
  }

  @Override
  public @Nullable Input next() {
    try {
      while (!polled.hasNext()) {
        if (!follow && consumer.position(partition) >= end) {
          return null;
        }
        polled = consumer.poll(POLL).records(partition).iterator();
        if (follow && !polled.hasNext()) {
          return null;
        }
      }
    } catch (KafkaException e) {
      throw failed(e);
    }
    ConsumerRecord<byte[], byte[]> record = polled.next();
    if (!follow && record.offset() >= end) {
      return null;
    }
    return new Input(
        CloudEvents.type(record.headers()),
        record.key(),
        record.value(),
        record.timestamp(),
        record.partition(),
        record.offset());
  }

  @Override
  public void seek(long offset) {
    polled = List.<ConsumerRecord<byte[], byte[]>>of().iterator();
    consumer.seek(partition, offset);
  }

  private HistoryException failed(KafkaException e) {
    return new HistoryException(
        "cannot read %s from %s: %s".formatted(partition, description, e.getMessage()), e);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
