package dev.bourse.topics.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is not as Bourse needs it, one line for each thing to change. Pure. */
final class TopicChecks {

  static final String TRANSACTION_VERSION = "transaction.version";

  /** From this level on a late commit cannot hit a later transaction (KIP-890). */
  private static final int MIN_TRANSACTION_VERSION = 2;

  private static final String CLEANUP_POLICY = "cleanup.policy";

  private final Layout layout;

  TopicChecks(Layout layout) {
    this.layout = layout;
  }

  /**
   * What is wrong with the cluster.
   *
   * @param level of its feature {@code transaction.version}; 0 when it has none
   */
  static List<String> transactionVersion(int level) {
    return level >= MIN_TRANSACTION_VERSION
        ? List.of()
        : List.of(
            ("%s of the Kafka cluster is %d, but must be at least %d;"
                    + " run: kafka-features upgrade --feature %s=%d")
                .formatted(
                    TRANSACTION_VERSION,
                    level,
                    MIN_TRANSACTION_VERSION,
                    TRANSACTION_VERSION,
                    MIN_TRANSACTION_VERSION));
  }

  /** That a topic is missing which we are not allowed to create. */
  String forbidden(Topic topic) {
    StringBuilder line =
        new StringBuilder(
            ("topic %s is missing and may not be created with these credentials;"
                    + " run: kafka-topics --create --topic %s --partitions %d")
                .formatted(layout.name(topic), layout.name(topic), topic.partitions(layout)));
    if (layout.replication() > 0) {
      line.append(" --replication-factor ").append(layout.replication());
    }
    for (Map.Entry<String, String> setting : topic.config().entrySet()) {
      line.append(" --config ").append(setting.getKey()).append('=').append(setting.getValue());
    }
    return line.toString();
  }

  /**
   * What is wrong with a topic.
   *
   * @param partitions how many it has
   * @param replicas how many each partition has
   * @param cleanupPolicy its {@code cleanup.policy}; null if the broker does not tell
   */
  List<String> topic(Topic topic, int partitions, int replicas, @Nullable String cleanupPolicy) {
    List<String> problems = new ArrayList<>();
    String name = layout.name(topic);
    int expected = topic.partitions(layout);
    if (partitions != expected) {
      problems.add(
          "topic %s has %d partitions, but must have %d; delete it, or configure the number it has"
              .formatted(name, partitions, expected));
    }
    if (layout.replication() > 0 && replicas != layout.replication()) {
      problems.add(
          "topic %s has %d replicas, but must have %d; reassign it, or configure the number it has"
              .formatted(name, replicas, layout.replication()));
    }
    String policy = topic.config().get(CLEANUP_POLICY);
    if (cleanupPolicy != null && !cleanupPolicy.equals(policy)) {
      problems.add(
          ("topic %s has %s=%s, but must have %s;"
                  + " run: kafka-configs --alter --topic %s --add-config %s=%s")
              .formatted(
                  name, CLEANUP_POLICY, cleanupPolicy, policy, name, CLEANUP_POLICY, policy));
    }
    return problems;
  }
}
