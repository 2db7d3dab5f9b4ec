package dev.bourse.agent.kafka;

import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.kafka.TopicVerifier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Waits at start until Kafka can be reached and the topics are there, and looks up what an agent
 * has to know of them. A Kafka that is not there yet is no error.
 */
public final class KafkaGate {

  private static final long FIRST_WAIT_SECONDS = 1;
  private static final long MAX_WAIT_SECONDS = 10;
  private static final int ANSWER_MILLIS = 2_000;
  private static final long LIMIT_SECONDS = 30;
  private static final long PAUSE_MILLIS = 100;

  private final String bootstrap;
  private final Layout layout;
  private final Consumer<String> messages;
  private final BooleanSupplier givenUp;

  /**
   * A gate.
   *
   * @param messages told in one line why it waits
   * @param givenUp asked while waiting whether nobody wants to go on
   */
  public KafkaGate(
      String bootstrap, Layout layout, Consumer<String> messages, BooleanSupplier givenUp) {
    this.bootstrap = bootstrap;
    this.layout = layout;
    this.messages = messages;
    this.givenUp = givenUp;
  }

  /**
   * What an agent has to know of its orders.
   *
   * @param topicId the id of the topic
   * @param endOffset the end of its partition before anything was said
   */
  public record Orders(String topicId, long endOffset) {}

  /**
   * Waits, verifies, looks up.
   *
   * @return null when the wait was given up
   * @throws TopicVerifier.TopicMismatchException when Kafka is not what Bourse needs
   */
  public @Nullable Orders pass(int partition) throws InterruptedException {
    long wait = FIRST_WAIT_SECONDS;
    while (!givenUp.getAsBoolean()) {
      try (Admin admin = Admin.create(settings())) {
        admin
            .describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_MILLIS))
            .nodes()
            .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        new TopicVerifier(admin, layout).ensure();
        return lookUp(admin, partition);
      } catch (ExecutionException | TimeoutException | KafkaException e) {
        messages.accept(
            "cannot reach Kafka at %s, trying again in %ds%s"
                .formatted(bootstrap, wait, detail(e)));
      }
      sleep(wait);
      wait = Math.min(MAX_WAIT_SECONDS, wait * 2);
    }
    return null;
  }

  private Map<String, Object> settings() {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        AdminClientConfig.CLIENT_ID_CONFIG,
        "bourse-agent-start");
  }

  private Orders lookUp(Admin admin, int partition)
      throws InterruptedException, ExecutionException, TimeoutException {
    String topic = layout.name(Topic.LAUNCHES);
    Map<String, TopicDescription> descriptions =
        admin.describeTopics(List.of(topic)).allTopicNames().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    TopicDescription description = Objects.requireNonNull(descriptions.get(topic));
    TopicPartition place = new TopicPartition(topic, partition);
    long end =
        admin
            .listOffsets(
                Map.of(place, OffsetSpec.latest()),
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
            .partitionResult(place)
            .get(LIMIT_SECONDS, TimeUnit.SECONDS)
            .offset();
    return new Orders(description.topicId().toString(), end);
  }

  /** That nobody answers needs no explanation. */
  private static String detail(Exception e) {
    Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
    return cause instanceof org.apache.kafka.common.errors.TimeoutException
            || cause instanceof TimeoutException
        ? ""
        : " (" + cause.getMessage() + ")";
  }

  private void sleep(long seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end && !givenUp.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }
}
