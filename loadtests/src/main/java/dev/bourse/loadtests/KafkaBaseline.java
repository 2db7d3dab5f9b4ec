package dev.bourse.loadtests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What one hop through the same broker costs without us: a record sent, and read. */
final class KafkaBaseline {

  private static final String TOPIC = "bourse-loadtests-baseline";
  private static final int RECORD_BYTES = 500;
  private static final int WARM_UP = 100;

  private KafkaBaseline() {}

  static void run(Report report, String bootstrapServers, int count)
      throws ExecutionException, InterruptedException {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      try (var producer =
              new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
          var consumer =
              new KafkaConsumer<>(
                  Map.of("bootstrap.servers", bootstrapServers, "fetch.min.bytes", 1),
                  new ByteArrayDeserializer(),
                  new ByteArrayDeserializer())) {
        consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
        consumer.seekToBeginning(consumer.assignment());
        for (int i = -WARM_UP; i < count; i++) {
          long micros = hop(producer, consumer);
          if (i >= 0) {
            report.record("Kafka hop", micros);
          }
        }
      } finally {
        admin.deleteTopics(List.of(TOPIC)).all().get();
      }
    }
  }

  private static long hop(
      KafkaProducer<byte[], byte[]> producer, KafkaConsumer<byte[], byte[]> consumer)
      throws ExecutionException, InterruptedException {
    long start = System.nanoTime();
    producer.send(new ProducerRecord<>(TOPIC, new byte[RECORD_BYTES])).get();
    while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
      // The record is on its way.
    }
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
  }
}
