package dev.bourse.sdk;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.view.JobView;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a framework on a cluster: it follows the table of jobs from its beginning, and writes to
 * {@code submissions}. It belongs to no consumer group and keeps nothing on disk.
 *
 * <p>Kafka may be away for a while: reading goes on when it is back, and what was submitted is
 * written within two minutes, or else {@link #run} throws.
 */
public final class JobFrameworkDriver implements AutoCloseable {

  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);
  private static final String SOURCE = "/sdk";

  private final JobFramework framework;
  private final String jobs;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Supplier<Producer<String, byte[]>> producers;
  private final String submissions;
  private volatile boolean stopped;
  private volatile @Nullable Consumer<byte[], byte[]> reading;

  /**
   * Of a cluster with the default prefix.
   *
   * @param bootstrapServers of its Kafka, as {@code host:port}
   */
  public JobFrameworkDriver(String bootstrapServers, JobFramework framework) {
    this(bootstrapServers, Topic.DEFAULT_PREFIX, framework);
  }

  /**
   * Of a cluster.
   *
   * @param bootstrapServers of its Kafka, as {@code host:port}
   * @param prefix what the names of its topics begin with
   */
  public JobFrameworkDriver(String bootstrapServers, String prefix, JobFramework framework) {
    this(
        prefix,
        framework,
        () -> Clients.consumer(bootstrapServers),
        () -> Clients.producer(bootstrapServers));
  }

  JobFrameworkDriver(
      String prefix,
      JobFramework framework,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Supplier<Producer<String, byte[]>> producers) {
    this.framework = framework;
    this.jobs = Topic.JOBS.name(prefix);
    this.submissions = Topic.SUBMISSIONS.name(prefix);
    this.consumers = consumers;
    this.producers = producers;
  }

  /**
   * Runs the framework in this thread until {@link #close}.
   *
   * @throws IllegalStateException when there is no such cluster, or a record could not be written
   * @throws org.apache.kafka.common.KafkaException when Kafka cannot be read
   * @throws RuntimeException what the framework throws: it ends, and can be started again
   */
  public void run() {
    try (Consumer<byte[], byte[]> consumer = consumers.get();
        Producer<String, byte[]> producer = producers.get()) {
      reading = consumer;
      RecordWriter writer = new RecordWriter(producer, SOURCE);
      Agenda agenda = new Agenda(Clock.systemUTC());
      follow(consumer, writer, agenda);
      writer.finish();
    } catch (WakeupException e) {
      if (!stopped) {
        throw e;
      }
    } finally {
      reading = null;
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer, RecordWriter writer, Agenda agenda) {
    JobClient client = new TopicJobClient(writer, submissions, agenda);
    List<TopicPartition> partitions = Clients.partitions(consumer, jobs);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    while (!stopped) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(agenda.untilNext(LONGEST_POLL))) {
        tell(record, client);
      }
      if (!ends.isEmpty()) {
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        if (ends.isEmpty()) {
          framework.ready(client);
        }
      }
      agenda.runDue();
      writer.check();
    }
  }

  private void tell(ConsumerRecord<byte[], byte[]> record, JobClient client) {
    if (record.value() == null) {
      JobId job = new JobId(new String(record.key(), StandardCharsets.UTF_8));
      framework.jobForgotten(job, client);
    } else {
      framework.jobChanged(RecordCodec.decode(record.value(), JobView.class), client);
    }
  }

  /** Ends {@link #run}; what was submitted before is written. From any thread. */
  @Override
  public void close() {
    stopped = true;
    Consumer<byte[], byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
  }
}
