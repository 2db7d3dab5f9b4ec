package dev.bourse.master.it;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** What frameworks and agents are without any of our code: a producer, a consumer, records. */
final class RawClient implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Layout layout;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<Object> records = new ArrayList<>();

  /** Hears everything that the master says on these topics. */
  RawClient(String bootstrap, Layout layout, List<Topic> topics) {
    this.layout = layout;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", "0"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> places =
        topics.stream()
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions(layout))
                        .mapToObj(i -> new TopicPartition(layout.name(topic), i)))
            .toList();
    consumer.assign(places);
    consumer.seekToBeginning(places);
  }

  /** Writes a record; may be called from any thread. */
  void send(Topic topic, String key, Object record) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(layout.name(topic), Keys.bytes(key), RecordCodec.encode(record));
    CloudEvents.add(message.headers(), RecordType.of(record), "/test", "1");
    var unused = producer.send(message);
    producer.flush();
  }

  /** The first record of a kind that is wanted, of all that were and will be said. */
  <T> T await(Class<T> type, Predicate<T> wanted) {
    return Awaitility.await(type.getSimpleName())
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(50)).forEach(this::keep);
              return all(type).stream().filter(wanted).findFirst().orElse(null);
            },
            found -> found != null);
  }

  /** What was said of a kind so far. */
  <T> List<T> all(Class<T> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void keep(ConsumerRecord<byte[], byte[]> record) {
    String name = CloudEvents.type(record.headers());
    RecordType type = name == null ? null : RecordType.ofName(name);
    if (type != null && record.value() != null) {
      records.add(RecordCodec.decode(record.value(), type.recordClass()));
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
  }
}
