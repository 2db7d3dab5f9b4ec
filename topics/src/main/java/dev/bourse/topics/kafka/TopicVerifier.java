package dev.bourse.topics.kafka;

import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Checks at start that the broker and the topics are what Bourse needs, creates what is missing,
 * and refuses to run against a mismatch with a message that says what to change.
 */
public final class TopicVerifier {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 50;

  private final Admin admin;
  private final Layout layout;
  private final TopicChecks checks;

  /** With an admin client that the caller closes. */
  public TopicVerifier(Admin admin, Layout layout) {
    this.admin = admin;
    this.layout = layout;
    this.checks = new TopicChecks(layout);
  }

  /**
   * Creates what is missing and checks the rest. Several may do so at once.
   *
   * @throws TopicMismatchException when something is not as it must be
   * @throws ExecutionException when the broker says no
   * @throws TimeoutException when it does not answer within 30 s
   */
  public void ensure() throws InterruptedException, ExecutionException, TimeoutException {
    List<String> problems = new ArrayList<>(TopicChecks.transactionVersion(transactionVersion()));
    Set<Topic> present = EnumSet.allOf(Topic.class);
    Set<String> existing = get(admin.listTopics().names());
    for (Topic topic : Topic.values()) {
      if (!existing.contains(layout.name(topic)) && !create(topic)) {
        problems.add(checks.forbidden(topic));
        present.remove(topic);
      }
    }
    check(present, problems);
    if (!problems.isEmpty()) {
      throw new TopicMismatchException(problems);
    }
  }

  private int transactionVersion()
      throws InterruptedException, ExecutionException, TimeoutException {
    var levels = get(admin.describeFeatures().featureMetadata()).finalizedFeatures();
    var level = levels.get(TopicChecks.TRANSACTION_VERSION);
    return level == null ? 0 : level.maxVersionLevel();
  }

  /** Whether the topic is there now; else we are not allowed to create it. */
  private boolean create(Topic topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    Optional<Short> replication =
        layout.replication() < 0 ? Optional.empty() : Optional.of((short) layout.replication());
    NewTopic definition =
        new NewTopic(layout.name(topic), Optional.of(topic.partitions(layout)), replication)
            .configs(topic.config());
    try {
      get(admin.createTopics(List.of(definition)).all());
      return true;
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case TopicExistsException somebodyWasFaster -> true;
        case AuthorizationException forbidden -> false;
        case null, default -> throw e;
      };
    }
  }

  private void check(Set<Topic> topics, List<String> problems)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<String> names = topics.stream().map(layout::name).toList();
    List<ConfigResource> resources = names.stream().map(TopicVerifier::resource).toList();
    Map<String, TopicDescription> found = known(() -> admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> configs = known(() -> admin.describeConfigs(resources).all());
    for (Topic topic : topics) {
      String name = layout.name(topic);
      var partitions = Objects.requireNonNull(found.get(name)).partitions();
      ConfigEntry policy =
          Objects.requireNonNull(configs.get(resource(name))).get("cleanup.policy");
      problems.addAll(
          checks.topic(
              topic,
              partitions.size(),
              partitions.getFirst().replicas().size(),
              policy == null ? null : policy.value()));
    }
  }

  /** What a broker answers once it knows of all topics, which is shortly after their creation. */
  private static <T> T known(Supplier<KafkaFuture<T>> question)
      throws InterruptedException, ExecutionException, TimeoutException {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      try {
        return get(question.get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() - deadline > 0) {
          throw e;
        }
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private static <T> T get(KafkaFuture<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  private static ConfigResource resource(String name) {
    return new ConfigResource(ConfigResource.Type.TOPIC, name);
  }

  /** The broker or its topics are not what Bourse needs. */
  public static final class TopicMismatchException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    TopicMismatchException(List<String> problems) {
      super(String.join("\n", problems));
      this.problems = List.copyOf(problems);
    }

    /** One entry per thing to change. */
    public List<String> problems() {
      return problems;
    }
  }
}
