package dev.bourse.gateway.view;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the last record that a reader of committed records will be given. The end offset does not
 * tell: markers of transactions come after the record, and nobody is given those.
 */
final class LastRecords {

  private static final Duration POLL = Duration.ofMillis(100);

  /** A marker or two at the end are usual. */
  private static final long FIRST_STEP = 4;

  private static final long GROWTH = 8;

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> found = new HashMap<>();

  LastRecords(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** The offsets; a partition without any record is left out. */
  Map<TopicPartition, Long> find(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Span> open = spans(partitions);
    // Further and further back, because a partition may end with any number of markers.
    for (long back = FIRST_STEP; !open.isEmpty(); back *= GROWTH) {
      long reach = back;
      consumer.assign(open.keySet());
      open.forEach((partition, span) -> consumer.seek(partition, span.backFromEnd(reach)));
      readToEnd(open);
      open.entrySet()
          .removeIf(
              e ->
                  found.containsKey(e.getKey())
                      || e.getValue().backFromEnd(reach) == e.getValue().start());
    }
    return found;
  }

  private Map<TopicPartition, Span> spans(Collection<TopicPartition> partitions) {
    consumer.assign(partitions);
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Span> spans = new HashMap<>();
    consumer
        .endOffsets(partitions)
        .forEach(
            (partition, end) ->
                spans.put(partition, new Span(starts.getOrDefault(partition, 0L), end)));
    spans.values().removeIf(span -> span.start() == span.end());
    return spans;
  }

  private void readToEnd(Map<TopicPartition, Span> open) {
    while (open.entrySet().stream()
        .anyMatch(e -> consumer.position(e.getKey()) < e.getValue().end())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Span span = open.get(partition);
        if (span != null && record.offset() < span.end()) {
          found.put(partition, record.offset());
        }
      }
    }
  }

  /** The offsets that a partition has: from the first to before the end. */
  private record Span(long start, long end) {

    long backFromEnd(long records) {
      return Math.max(start, end - records);
    }
  }
}
