package dev.bourse.topics.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicChecksTest {

  private final TopicChecks checks = new TopicChecks(new Layout("b.", 2, 3, 4, 3));

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void shouldAcceptClustersWithSafeTransactions(int level) {
    assertThat(TopicChecks.transactionVersion(level)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void shouldSayHowToMakeTransactionsSafe(int level) {
    assertThat(TopicChecks.transactionVersion(level))
        .containsExactly(
            "transaction.version of the Kafka cluster is "
                + level
                + ", but must be at least 2; run: kafka-features upgrade --feature"
                + " transaction.version=2");
  }

  @ParameterizedTest(name = "{0} with {1} partitions, {2} replicas, {3}")
  @CsvSource({"JOBS, 2, 3, compact", "JOBS, 2, 3,", "LAUNCHES, 3, 3, delete", "LOGS, 4, 3, delete"})
  void shouldAcceptWhatIsAsItMustBe(
      Topic topic, int partitions, int replicas, @Nullable String policy) {
    assertThat(checks.topic(topic, partitions, replicas, policy)).isEmpty();
  }

  @Test
  void shouldSayWhatToChangeInOneLineEach() {
    assertThat(checks.topic(Topic.JOBS, 1, 2, "delete"))
        .containsExactly(
            "topic b.jobs has 1 partitions, but must have 2; delete it, or configure the number it"
                + " has",
            "topic b.jobs has 2 replicas, but must have 3; reassign it, or configure the number it"
                + " has",
            "topic b.jobs has cleanup.policy=delete, but must have compact; run: kafka-configs"
                + " --alter --topic b.jobs --add-config cleanup.policy=compact");
  }

  @Test
  void shouldLeaveReplicationToTheBrokerUnlessTold() {
    TopicChecks any = new TopicChecks(Layout.DEFAULT);
    assertThat(any.topic(Topic.LAUNCHES, 4, 2, "delete")).isEmpty();
    assertThat(any.forbidden(Topic.LAUNCHES)).doesNotContain("replication");
  }

  @Test
  void shouldSayHowToCreateWhatItMayNot() {
    assertThat(checks.forbidden(Topic.JOBS))
        .isEqualTo(
            "topic b.jobs is missing and may not be created with these credentials; run:"
                + " kafka-topics --create --topic b.jobs --partitions 2 --replication-factor 3"
                + " --config cleanup.policy=compact --config min.compaction.lag.ms=86400000");
  }
}
