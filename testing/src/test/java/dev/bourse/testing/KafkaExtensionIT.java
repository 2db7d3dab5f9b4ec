package dev.bourse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaExtension.class)
class KafkaExtensionIT {

  private static final List<KafkaCluster> SEEN = new ArrayList<>();

  @BeforeAll
  static void remember(KafkaCluster cluster) {
    SEEN.add(cluster);
  }

  @Test
  void shouldShareOneCluster(KafkaCluster cluster) {
    assertThat(SEEN).containsExactly(cluster);
  }

  @Test
  void shouldCarryRecords(KafkaCluster cluster) throws Exception {
    Map<String, Object> config =
        Map.of("bootstrap.servers", cluster.bootstrapServers(), "group.id", "carry-records");
    String topic = "carry-records";
    try (Admin admin = Admin.create(config)) {
      admin
          .createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", "value")).get(20, TimeUnit.SECONDS);
    }
    try (var consumer =
        new KafkaConsumer<>(
            withEarliest(config), new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      List<String> values = new ArrayList<>();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return !values.isEmpty();
              });
      assertThat(values).containsExactly("value");
    }
  }

  private static Map<String, Object> withEarliest(Map<String, Object> config) {
    return Map.of(
        "bootstrap.servers", config.get("bootstrap.servers"),
        "group.id", config.get("group.id"),
        "auto.offset.reset", "earliest");
  }
}
