package dev.bourse.simulator.history;

import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Outputs as they are in Kafka: the master puts the number of the step into the id of each record.
 * Tables are compacted, so that old steps may have lost some, and what was taken out of a table
 * leaves no id at all.
 */
public final class KafkaOutputs implements RecordedOutputs {

  private static final String ID = "ce_id";
  private static final List<Topic> OUTPUTS =
      List.of(
          Topic.LAUNCHES,
          Topic.OFFERS,
          Topic.UPDATES,
          Topic.JOBS,
          Topic.TASKS,
          Topic.AGENTS,
          Topic.FRAMEWORKS,
          Topic.ROLES);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaSource source;

  /** Of this cluster and cell. */
  public KafkaOutputs(KafkaSource source) {
    this.source = source;
  }

  @Override
  public List<String> of(JournalEntry entry) {
    List<String> found = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            source.config(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      for (Topic topic : OUTPUTS) {
        find(consumer, topic, entry, found);
      }
    }
    return found;
  }

  private void find(
      Consumer<byte[], byte[]> consumer, Topic topic, JournalEntry entry, List<String> found) {
    String prefix = source.cell() + "-" + entry.sequence() + "-";
    List<TopicPartition> partitions = partitions(consumer, topic);
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    seek(consumer, partitions, ends, entry.time());
    while (partitions.stream().anyMatch(p -> consumer.position(p) < end(ends, p))) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        @Nullable String id = CloudEvents.text(record.headers(), ID);
        if (id != null && id.startsWith(prefix)) {
          found.add(topic.suffix() + " " + text(record.key()) + " " + text(record.value()));
        }
      }
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, Topic topic) {
    String name = topic.name(source.prefix());
    if (topic != Topic.LAUNCHES) {
      return List.of(new TopicPartition(name, source.cell()));
    }
    List<TopicPartition> partitions = new ArrayList<>();
    for (PartitionInfo info : consumer.partitionsFor(name)) {
      partitions.add(new TopicPartition(name, info.partition()));
    }
    return partitions;
  }

  /** Records have the time of their step; from the first of that time on is early enough. */
  private static void seek(
      Consumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends,
      long time) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, time));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, first) ->
                consumer.seek(partition, first == null ? end(ends, partition) : first.offset()));
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return Objects.requireNonNull(ends.get(partition));
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
  }
}
