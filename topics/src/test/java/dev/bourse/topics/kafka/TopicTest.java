package dev.bourse.topics.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

  private static final Layout LAYOUT = new Layout("dc1.", 2, 3, 5, 1);

  @ParameterizedTest(name = "{0} is {1} with {2} partitions and {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SUBMISSIONS  | dc1.submissions  | 2 | {cleanup.policy=delete, retention.ms=2592000000}",
        "MEMBERSHIP   | dc1.membership   | 2 | {cleanup.policy=delete, retention.ms=2592000000}",
        "STATUS       | dc1.status       | 2 | {cleanup.policy=delete, retention.ms=2592000000}",
        "ACCEPTS      | dc1.accepts      | 2 | {cleanup.policy=delete, retention.ms=2592000000}",
        "OPERATIONS   | dc1.operations   | 2 | {cleanup.policy=delete, retention.ms=2592000000}",
        "HEARTBEATS   | dc1.heartbeats   | 2 | {cleanup.policy=delete, retention.ms=600000}",
        "LAUNCHES     | dc1.launches     | 3 | {cleanup.policy=delete, retention.ms=604800000}",
        "OFFERS       | dc1.offers       | 2 | {cleanup.policy=delete, retention.ms=86400000}",
        "UPDATES      | dc1.updates      | 2 | {cleanup.policy=delete, retention.ms=604800000}",
        "JOBS         | dc1.jobs         | 2 | {cleanup.policy=compact, min.compaction.lag.ms=86400000}",
        "TASKS        | dc1.tasks        | 2 | {cleanup.policy=compact, min.compaction.lag.ms=86400000}",
        "AGENTS       | dc1.agents       | 2 | {cleanup.policy=compact, min.compaction.lag.ms=86400000}",
        "FRAMEWORKS   | dc1.frameworks   | 2 | {cleanup.policy=compact, min.compaction.lag.ms=86400000}",
        "ROLES        | dc1.roles        | 2 | {cleanup.policy=compact, min.compaction.lag.ms=86400000}",
        "JOURNAL      | dc1.journal      | 2 | {cleanup.policy=delete, retention.ms=2592000000}",
        "LOGS         | dc1.logs         | 5 | {cleanup.policy=delete, retention.ms=86400000}",
        "DEAD_LETTERS | dc1.dead-letters | 1 | {cleanup.policy=delete, max.message.bytes=2097152,"
            + " retention.ms=2592000000}"
      })
  void shouldBeLaidOut(Topic topic, String name, int partitions, String config) {
    assertThat(LAYOUT.name(topic)).isEqualTo(name);
    assertThat(topic.partitions(LAYOUT)).isEqualTo(partitions);
    assertThat(topic.config()).hasToString(config);
    assertThat(name).endsWith(topic.suffix());
  }

  @Test
  void shouldKeepTheNewestOfATableOnly() {
    assertThat(Topic.values())
        .filteredOn(Topic::isTable)
        .containsExactly(Topic.JOBS, Topic.TASKS, Topic.AGENTS, Topic.FRAMEWORKS, Topic.ROLES);
  }

  @Test
  void shouldHaveADefaultLayout() {
    assertThat(Layout.DEFAULT).isEqualTo(new Layout("bourse.", 1, 4, 4, -1));
    assertThat(Layout.withPrefix("x")).isEqualTo(new Layout("x", 1, 4, 4, -1));
    assertThat(Arrays.stream(Topic.values()).map(Layout.DEFAULT::name))
        .contains("bourse.submissions")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}, {4}: {5}")
  @CsvSource(
      delimiter = '|',
      value = {
        "b. | 0     | 1     | 1  | 1  | cells: is 0, but must be from 1 to 10000",
        "b. | 10001 | 1     | 1  | 1  | cells: is 10001, but must be from 1 to 10000",
        "b. | 1     | 0     | 1  | 1  | launchPartitions: is 0, but must be from 1 to 10000",
        "b. | 1     | 1     | -1 | 1  | logPartitions: is -1, but must be from 1 to 10000",
        "b. | 1     | 1     | 1  | 0  | replication: is 0, but must be from 1 to 10000",
        "b. | 1     | 1     | 1  | -2 | replication: is -2, but must be from 1 to 10000",
        "b/ | 1     | 1     | 1  | 1  | prefix: is 'b/', but must be up to 64 characters of A-Z a-z 0-9 . _ -"
      })
  void shouldRefuseLayouts(
      String prefix, int cells, int launches, int logs, int replication, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Layout(prefix, cells, launches, logs, replication))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "hello-1", "01hf7yat000c000019", "ä"})
  void shouldFindThePartitionThatAnyProducerChooses(String key) {
    byte[] bytes = Keys.bytes(key);
    assertThat(Keys.partition(key, 7)).isEqualTo(Utils.toPositive(Utils.murmur2(bytes)) % 7);
    assertThat(Keys.partition(key, 1)).isZero();
  }

  @Test
  void shouldFindTheSamePartitionForEver() {
    assertThat(Keys.partition("hello-1", 1_000)).isEqualTo(747);
    assertThat(Keys.partition("a1", 1_000)).isEqualTo(647);
  }
}
