package dev.bourse.sdk;

import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.kafka.CloudEvents;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes records without waiting, and remembers when one could not be written. */
final class RecordWriter {

  private final Producer<String, byte[]> producer;
  private final String source;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /**
   * Writes with this producer.
   *
   * @param source who writes, as in the header {@code ce_source}
   */
  RecordWriter(Producer<String, byte[]> producer, String source) {
    this.producer = producer;
    this.source = source;
  }

  /** Writes a record; to the partition of its key if none is given. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
  void send(String topic, @Nullable Integer partition, String key, RecordType type, byte[] value) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, key, value);
    CloudEvents.add(record.headers(), type, source, UUID.randomUUID().toString());
    producer.send(
        record,
        (metadata, problem) -> {
          if (problem != null) {
            failure.compareAndSet(
                null, new IllegalStateException("cannot write to '" + topic + "'", problem));
          }
        });
  }

  /** Throws what went wrong with a record that was sent. */
  void check() {
    RuntimeException problem = failure.get();
    if (problem != null) {
      throw problem;
    }
  }

  /** Writes all that was sent, and throws what went wrong. */
  void finish() {
    producer.flush();
    check();
  }
}
