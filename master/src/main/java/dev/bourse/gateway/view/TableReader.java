package dev.bourse.gateway.view;

import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.view.View;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns the records of a table's topic into changes of rows. What cannot be read is skipped. */
final class TableReader<V extends View> {

  private static final Logger LOG = Logger.getLogger(TableReader.class);

  /** Takes a row of a cell, or null for the end of one. */
  interface Change<V> {
    void apply(String key, int cell, @Nullable Row<V> row);
  }

  private final RecordType recordType;
  private final Class<V> viewClass;
  private final Progress progress;
  private final Change<V> change;

  TableReader(RecordType recordType, Class<V> viewClass, Progress progress, Change<V> change) {
    this.recordType = recordType;
    this.viewClass = viewClass;
    this.progress = progress;
    this.change = change;
  }

  void read(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      readOne(record);
      progress.applied(record);
    }
    progress.check();
  }

  /** Nothing that a record holds may stop the channel: it would take the whole table with it. */
  private void readOne(ConsumerRecord<byte[], byte[]> record) {
    try {
      String key = key(record);
      byte @Nullable [] value = record.value();
      change.apply(
          key,
          record.partition(),
          value == null ? null : new Row<>(view(record, key), record.offset()));
    } catch (RuntimeException e) {
      LOG.warnf(
          "record %s-%d@%d skipped: %s",
          record.topic(), record.partition(), record.offset(), e.getMessage());
      LOG.debug("why it was skipped", e);
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] key = record.key();
    if (key == null) {
      throw new InvalidRecordException("it has no key");
    }
    return new String(key, StandardCharsets.UTF_8);
  }

  private V view(ConsumerRecord<byte[], byte[]> record, String key) {
    String type = CloudEvents.type(record.headers());
    if (type != null && !type.equals(recordType.ceType())) {
      throw new InvalidRecordException(
          "header ce_type is '" + type + "', but must be " + recordType.ceType());
    }
    V view = RecordCodec.decode(record.value(), viewClass);
    if (!view.key().equals(key)) {
      throw new InvalidRecordException("its key is '" + key + "', but its id '" + view.key() + "'");
    }
    return view;
  }
}
