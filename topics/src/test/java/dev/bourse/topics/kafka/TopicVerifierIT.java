package dev.bourse.topics.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.bourse.testing.KafkaCluster;
import dev.bourse.testing.KafkaExtension;
import dev.bourse.topics.kafka.TopicVerifier.TopicMismatchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaExtension.class)
class TopicVerifierIT {

  private final String bootstrapServers;
  private final Layout layout = new Layout("it-" + UUID.randomUUID() + ".", 2, 3, 4, 1);
  private Admin admin;

  TopicVerifierIT(KafkaCluster kafka) {
    this.bootstrapServers = kafka.bootstrapServers();
  }

  @BeforeEach
  void connect() {
    admin = newAdmin();
  }

  @AfterEach
  void disconnect() {
    admin.close();
  }

  @Test
  void shouldCreateEverything() throws Exception {
    new TopicVerifier(admin, layout).ensure();
    Map<String, TopicDescription> found = describe();
    for (Topic topic : Topic.values()) {
      assertThat(found.get(layout.name(topic)).partitions())
          .as("%s", topic)
          .hasSize(topic.partitions(layout))
          .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(1));
      Config config = config(topic);
      topic
          .config()
          .forEach((name, value) -> assertThat(config.get(name).value()).as(name).isEqualTo(value));
    }
  }

  @Test
  void shouldChangeNothingTheSecondTime() throws Exception {
    new TopicVerifier(admin, layout).ensure();
    Map<String, TopicDescription> before = describe();
    new TopicVerifier(admin, layout).ensure();
    assertThat(describe()).isEqualTo(before);
  }

  @Test
  void shouldLeaveReplicationToTheBroker() throws Exception {
    Layout any = Layout.withPrefix(layout.prefix());
    new TopicVerifier(admin, any).ensure();
    new TopicVerifier(admin, any).ensure();
    assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
        .containsAll(Arrays.stream(Topic.values()).map(any::name).toList());
  }

  @Test
  void shouldWorkForSeveralAtOnce() throws Exception {
    int verifiers = 3;
    CyclicBarrier start = new CyclicBarrier(verifiers);
    Callable<Void> verify =
        () -> {
          try (Admin own = newAdmin()) {
            start.await(10, TimeUnit.SECONDS);
            new TopicVerifier(own, layout).ensure();
            return null;
          }
        };
    try (ExecutorService executor = Executors.newFixedThreadPool(verifiers)) {
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < verifiers; i++) {
        running.add(executor.submit(verify));
      }
      for (Future<Void> one : running) {
        one.get(60, TimeUnit.SECONDS);
      }
    }
    assertThat(describe()).hasSize(Topic.values().length);
  }

  @Test
  void shouldReportAllMismatchesTogether() throws Exception {
    create(Topic.SUBMISSIONS, 5, Map.of("cleanup.policy", "compact"));
    create(Topic.JOBS, 2, Map.of());
    create(Topic.LOGS, 1, Map.of("retention.ms", "1000"));
    String prefix = layout.prefix();
    String submissions = prefix + "submissions";
    assertThatExceptionOfType(TopicMismatchException.class)
        .isThrownBy(() -> new TopicVerifier(admin, layout).ensure())
        .satisfies(
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        "topic "
                            + submissions
                            + " has 5 partitions, but must have 2; delete it, or configure the"
                            + " number it has",
                        "topic "
                            + submissions
                            + " has cleanup.policy=compact, but must have delete; run:"
                            + " kafka-configs --alter --topic "
                            + submissions
                            + " --add-config cleanup.policy=delete",
                        "topic "
                            + prefix
                            + "jobs has cleanup.policy=delete, but must have compact; run:"
                            + " kafka-configs --alter --topic "
                            + prefix
                            + "jobs --add-config cleanup.policy=compact",
                        "topic "
                            + prefix
                            + "logs has 1 partitions, but must have 4; delete it, or configure the"
                            + " number it has"))
        .satisfies(e -> assertThat(e.getMessage().lines()).containsExactlyElementsOf(e.problems()));
  }

  @Test
  void shouldReportAnotherReplication() throws Exception {
    new TopicVerifier(admin, layout).ensure();
    Layout three = new Layout(layout.prefix(), 2, 3, 4, 3);
    assertThatExceptionOfType(TopicMismatchException.class)
        .isThrownBy(() -> new TopicVerifier(admin, three).ensure())
        .satisfies(
            e ->
                assertThat(e.problems())
                    .hasSize(Topic.values().length)
                    .contains(
                        "topic "
                            + layout.prefix()
                            + "jobs has 1 replicas, but must have 3; reassign it, or configure the"
                            + " number it has"));
  }

  @Test
  void shouldSayWhatTheBrokerRefuses() {
    Layout three = new Layout(layout.prefix(), 1, 1, 1, 3);
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> new TopicVerifier(admin, three).ensure())
        .withCauseInstanceOf(InvalidReplicationFactorException.class);
  }

  @Test
  void shouldAcceptWhatIsCorrectedAsItSays() throws Exception {
    create(Topic.JOBS, 2, Map.of("cleanup.policy", "compact", "retention.ms", "1000"));
    assertThatNoException().isThrownBy(() -> new TopicVerifier(admin, layout).ensure());
  }

  private Admin newAdmin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  private void create(Topic topic, int partitions, Map<String, String> config) throws Exception {
    NewTopic definition =
        new NewTopic(layout.name(topic), Optional.of(partitions), Optional.of((short) 1))
            .configs(config);
    admin.createTopics(List.of(definition)).all().get(10, TimeUnit.SECONDS);
  }

  private Map<String, TopicDescription> describe() throws Exception {
    return admin
        .describeTopics(Arrays.stream(Topic.values()).map(layout::name).toList())
        .allTopicNames()
        .get(10, TimeUnit.SECONDS);
  }

  private Config config(Topic topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, layout.name(topic));
    return admin.describeConfigs(List.of(resource)).all().get(10, TimeUnit.SECONDS).get(resource);
  }
}
