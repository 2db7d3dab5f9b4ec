package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.check.Invariants;
import dev.bourse.core.replay.Replay;
import dev.bourse.topics.codec.InputCodec;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Decides the whole history of a cluster once more, from nothing but its topics. */
final class JournalVerifier {

  private static final List<Topic> INPUTS =
      List.of(Topic.SUBMISSIONS, Topic.MEMBERSHIP, Topic.STATUS);

  private final Map<String, ConsumerRecord<byte[], byte[]>> inputs = new TreeMap<>();
  private final Replay replay = new Replay();

  private JournalVerifier() {}

  /** Fails at the first step that comes to something else than the journal says. */
  static int verify(String bootstrapServers) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      // The journal first: an input that comes meanwhile is one too many, not one too few.
      List<ConsumerRecord<byte[], byte[]>> journal = read(consumer, Topic.JOURNAL);
      JournalVerifier verifier = new JournalVerifier();
      for (Topic topic : INPUTS) {
        read(consumer, topic).forEach(record -> verifier.inputs.put(key(topic, record), record));
      }
      journal.forEach(record -> verifier.step(record.value()));
      assertThat(Invariants.check(verifier.replay.state())).isEmpty();
      return journal.size();
    }
  }

  private void step(byte[] value) {
    JournalEntry entry = RecordCodec.decode(value, JournalEntry.class);
    assertThat(replay.step(entry, entry.topic() == null ? null : command(entry))).isNull();
  }

  private Command command(JournalEntry entry) {
    ConsumerRecord<byte[], byte[]> record =
        Objects.requireNonNull(inputs.get(entry.topic() + "/" + entry.offset()));
    InputCodec.Input input =
        new InputCodec.Input(
            CloudEvents.type(record.headers()),
            record.key(),
            record.value(),
            record.timestamp(),
            record.partition(),
            record.offset());
    return switch (Objects.requireNonNull(entry.topic())) {
      case "submissions" -> InputCodec.submission(input);
      case "membership" -> InputCodec.membership(input);
      default -> InputCodec.status(input);
    };
  }

  private static String key(Topic topic, ConsumerRecord<byte[], byte[]> record) {
    return topic.suffix() + "/" + record.offset();
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(
      KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
    TopicPartition partition = new TopicPartition(topic.name(Topic.DEFAULT_PREFIX), 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    while (consumer.position(partition) < end) {
      consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
    }
    return records;
  }
}
