package dev.bourse.topics.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Checks at start that the broker and the topics are what Bourse needs, creates what is missing,
 * and refuses to run against a mismatch with a message that says what to change.
 */
public final class TopicVerifier {

  private static final String TRANSACTION_VERSION = "transaction.version";

  /** From this level on a late commit cannot hit a later transaction (KIP-890). */
  private static final short MIN_TRANSACTION_VERSION = 2;

  private static final long TIMEOUT_SECONDS = 30;

  private final Admin admin;
  private final Layout layout;

  /** With an admin client that the caller closes. */
  public TopicVerifier(Admin admin, Layout layout) {
    this.admin = admin;
    this.layout = layout;
  }

  /**
   * Creates what is missing and checks the rest.
   *
   * @throws TopicMismatchException when something is not as it must be
   * @throws ExecutionException when the broker says no
   * @throws TimeoutException when it does not answer within 30 s
   */
  public void ensure() throws InterruptedException, ExecutionException, TimeoutException {
    ensure(EnumSet.allOf(Topic.class));
  }

  private void ensure(Set<Topic> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<String> problems = new ArrayList<>();
    checkTransactionVersion(problems);
    Set<String> existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    for (Topic topic : topics) {
      if (!existing.contains(layout.name(topic))) {
        create(topic);
      }
    }
    checkTopics(topics, problems);
    if (!problems.isEmpty()) {
      throw new TopicMismatchException(problems);
    }
  }

  private void checkTransactionVersion(List<String> problems)
      throws InterruptedException, ExecutionException, TimeoutException {
    FeatureMetadata features =
        admin.describeFeatures().featureMetadata().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    var finalized = features.finalizedFeatures().get(TRANSACTION_VERSION);
    int level = finalized == null ? 0 : finalized.maxVersionLevel();
    if (level < MIN_TRANSACTION_VERSION) {
      problems.add(
          TRANSACTION_VERSION
              + " of the Kafka cluster is "
              + level
              + ", but must be at least "
              + MIN_TRANSACTION_VERSION
              + "; run: kafka-features upgrade --feature transaction.version="
              + MIN_TRANSACTION_VERSION);
    }
  }

  private void create(Topic topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    Optional<Short> replication =
        layout.replication() < 0 ? Optional.empty() : Optional.of((short) layout.replication());
    NewTopic definition =
        new NewTopic(layout.name(topic), Optional.of(topic.partitions(layout)), replication)
            .configs(topic.config());
    try {
      admin.createTopics(List.of(definition)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private void checkTopics(Set<Topic> topics, List<String> problems)
      throws InterruptedException, ExecutionException, TimeoutException {
    Collection<String> names = topics.stream().map(layout::name).toList();
    Map<String, TopicDescription> found =
        admin.describeTopics(names).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    Map<ConfigResource, Config> configs =
        admin
            .describeConfigs(
                names.stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList())
            .all()
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    Map<String, Config> configOf = new TreeMap<>();
    configs.forEach((resource, config) -> configOf.put(resource.name(), config));
    for (Topic topic : topics) {
      String name = layout.name(topic);
      checkTopic(
          topic,
          Objects.requireNonNull(found.get(name)),
          Objects.requireNonNull(configOf.get(name)),
          problems);
    }
  }

  private void checkTopic(
      Topic topic, TopicDescription found, Config config, List<String> problems) {
    String name = layout.name(topic);
    int expected = topic.partitions(layout);
    if (found.partitions().size() != expected) {
      problems.add(
          "topic %s has %d partitions, but must have %d; delete it, or configure the number it has"
              .formatted(name, found.partitions().size(), expected));
    }
    int replicas = found.partitions().getFirst().replicas().size();
    if (layout.replication() > 0 && replicas != layout.replication()) {
      problems.add(
          "topic %s has %d replicas, but must have %d; reassign it, or configure the number it has"
              .formatted(name, replicas, layout.replication()));
    }
    ConfigEntry policy = config.get("cleanup.policy");
    String wanted = topic.config().getOrDefault("cleanup.policy", "delete");
    if (policy != null && !wanted.equals(policy.value())) {
      problems.add(
          "topic %s has cleanup.policy=%s, but must have %s; run: kafka-configs --alter --topic %s"
                  .formatted(name, policy.value(), wanted, name)
              + " --add-config cleanup.policy="
              + wanted);
    }
  }

  /** The broker or its topics are not what Bourse needs. */
  public static final class TopicMismatchException extends RuntimeException {

    @java.io.Serial private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    TopicMismatchException(List<String> problems) {
      super(String.join("\n", problems));
      this.problems = Collections.unmodifiableList(problems);
    }

    /** One entry per thing to change. */
    public List<String> problems() {
      return problems;
    }
  }
}
