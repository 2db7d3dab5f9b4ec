package dev.bourse.topics.kafka;

import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.log.LogStream;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Task output as Kafka records: the bytes are the value, so that any consumer shows them as they
 * are.
 */
public final class LogChunks {

  private static final String ATTEMPT = "bourse_attempt";
  private static final String EPOCH = "bourse_epoch";
  private static final String STREAM = "bourse_stream";
  private static final String POSITION = "bourse_position";
  private static final String END = "bourse_end";
  private static final String DROPPED = "bourse_dropped";

  private LogChunks() {}

  /** The record for a piece, keyed by its task. */
  public static ProducerRecord<byte[], byte[]> encode(String topic, String source, LogChunk chunk) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, CloudEvents.bytes(chunk.task().value()), chunk.bytes());
    Headers headers = record.headers();
    headers.add("ce_specversion", CloudEvents.bytes("1.0"));
    headers.add(CloudEvents.TYPE, CloudEvents.bytes(RecordType.LOG_CHUNK.ceType()));
    headers.add("ce_source", CloudEvents.bytes(source));
    String id = chunk.task() + "/" + chunk.epoch() + "/" + chunk.stream().text();
    headers.add("ce_id", CloudEvents.bytes(id + "/" + chunk.position() + "/" + chunk.end()));
    headers.add("content-type", CloudEvents.bytes("application/octet-stream"));
    add(headers, ATTEMPT, chunk.attempt());
    add(headers, EPOCH, chunk.epoch());
    headers.add(STREAM, CloudEvents.bytes(chunk.stream().text()));
    add(headers, POSITION, chunk.position());
    if (chunk.end()) {
      headers.add(END, CloudEvents.bytes("true"));
      add(headers, DROPPED, chunk.dropped());
    }
    return record;
  }

  /**
   * The piece in a record.
   *
   * @throws InvalidRecordException when it is none
   */
  public static LogChunk decode(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    if (!RecordType.LOG_CHUNK.ceType().equals(CloudEvents.type(headers)) || record.key() == null) {
      throw new InvalidRecordException(
          "not a piece of output: key or header ce_type is missing or wrong");
    }
    try {
      boolean end = CloudEvents.text(headers, END) != null;
      return new LogChunk(
          new TaskId(new String(record.key(), StandardCharsets.UTF_8)),
          (int) number(headers, ATTEMPT, Integer.MAX_VALUE),
          number(headers, EPOCH),
          LogStream.of(required(headers, STREAM)),
          number(headers, POSITION),
          record.value() == null ? new byte[0] : record.value(),
          end,
          end ? number(headers, DROPPED) : 0);
    } catch (IllegalArgumentException e) {
      throw new InvalidRecordException(String.valueOf(e.getMessage()));
    }
  }

  private static void add(Headers headers, String name, long value) {
    headers.add(name, CloudEvents.bytes(Long.toString(value)));
  }

  private static long number(Headers headers, String name) {
    return number(headers, name, Long.MAX_VALUE);
  }

  private static long number(Headers headers, String name, long max) {
    String text = required(headers, name);
    try {
      long value = Long.parseLong(text);
      if (value >= 0 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw new InvalidRecordException(
        "header " + name + ": is '" + text + "', but must be a number from 0 to " + max);
  }

  private static String required(Headers headers, String name) {
    String text = CloudEvents.text(headers, name);
    if (text == null) {
      throw new InvalidRecordException("header " + name + ": is missing");
    }
    return text;
  }
}
