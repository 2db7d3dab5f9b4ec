package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.cli.client.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job needs no client of ours: a record on a topic is enough. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TopicSubmissionIT {

  @TempDir Path folder;

  @Test
  void shouldRunAJobFromAnyProducer() throws Exception {
    try (Workbench bench = new Workbench(folder)) {
      Path proof = bench.file("proof");
      String document = "{\"shell\":\"echo by-topic > '" + proof + "'; exit 3\"}";
      Map<String, Object> config = Map.of("bootstrap.servers", bench.cluster().bootstrapServers());
      try (var producer =
          new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
        producer
            .send(new ProducerRecord<>("bourse.submissions", "by-topic", document))
            .get(30, TimeUnit.SECONDS);
      }
      Job job = bench.awaitEnd("by-topic", Duration.ofMinutes(1));
      assertThat(job.exitCode()).hasValue(3);
      assertThat(Files.readString(proof)).isEqualTo("by-topic\n");
    }
  }
}
