package dev.bourse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerKafkaTest {

  @Test
  void shouldNameSettingsAsTheImageWantsThem() {
    assertThat(ContainerKafka.environment(Map.of("group.min.session.timeout.ms", "500")))
        .containsExactly(Map.entry("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "500"));
  }

  @Test
  void shouldTakeTheImageOfTheClientsVersion() {
    assertThat(ContainerKafka.image().asCanonicalNameString())
        .matches("apache/kafka:\\d+\\.\\d+\\.\\d+");
  }
}
