package dev.bourse.sdk;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.scheduler.SchedulerEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link Scheduler} on a cluster: it writes to {@code accepts} and {@code heartbeats}, and
 * reads {@code offers} and {@code updates} from their present end. It belongs to no consumer group
 * and keeps nothing on disk: what it missed is repeated by the master, or found by {@linkplain
 * SchedulerDriver#reconcile() reconciliation}.
 *
 * <p>Kafka may be away for a while: reading goes on when it is back, and what was called is written
 * within two minutes, or else {@link #run} throws.
 */
public final class KafkaSchedulerDriver implements AutoCloseable {

  /** Which cells a framework wants offers from. */
  public enum Cells {
    /** The one that Kafka's hash of its id chooses, as for any other record under its id. */
    HOME,
    /** All of the cluster, each with a session of its own. */
    ALL
  }

  /**
   * What can be different.
   *
   * @param prefix what the names of the cluster's topics begin with
   * @param manualAcknowledgement whether the scheduler acknowledges updates itself
   * @param cells which cells it wants offers from
   */
  public record Options(String prefix, boolean manualAcknowledgement, Cells cells) {

    /** Prefix {@code bourse.}, automatic acknowledgement, the home cell. */
    public static final Options DEFAULT = new Options(Topic.DEFAULT_PREFIX, false, Cells.HOME);

    /** The same for a cluster of another prefix. */
    public Options withPrefix(String other) {
      return new Options(other, manualAcknowledgement, cells);
    }

    /** The same, but the scheduler acknowledges updates itself. */
    public Options withManualAcknowledgement() {
      return new Options(prefix, true, cells);
    }

    /** The same, but with offers from all cells. */
    public Options withAllCells() {
      return new Options(prefix, manualAcknowledgement, Cells.ALL);
    }
  }

  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  private final FrameworkId framework;
  private final FrameworkInfo info;
  private final Scheduler scheduler;
  private final Options options;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Supplier<Producer<String, byte[]>> producers;
  private final Queue<java.util.function.Consumer<SchedulerDriver>> handedIn =
      new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;
  private volatile @Nullable Consumer<byte[], byte[]> reading;

  /**
   * On a cluster with the default prefix, with default options.
   *
   * @param bootstrapServers of its Kafka, as {@code host:port}
   * @param framework the id, the same at each start
   * @param info what the framework says of itself
   */
  public KafkaSchedulerDriver(
      String bootstrapServers, FrameworkId framework, FrameworkInfo info, Scheduler scheduler) {
    this(bootstrapServers, framework, info, scheduler, Options.DEFAULT);
  }

  /**
   * On a cluster.
   *
   * @param bootstrapServers of its Kafka, as {@code host:port}
   * @param framework the id, the same at each start
   * @param info what the framework says of itself
   */
  public KafkaSchedulerDriver(
      String bootstrapServers,
      FrameworkId framework,
      FrameworkInfo info,
      Scheduler scheduler,
      Options options) {
    this(
        framework,
        info,
        scheduler,
        options,
        () -> Clients.consumer(bootstrapServers),
        () -> Clients.producer(bootstrapServers));
  }

  KafkaSchedulerDriver(
      FrameworkId framework,
      FrameworkInfo info,
      Scheduler scheduler,
      Options options,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Supplier<Producer<String, byte[]>> producers) {
    this.framework = framework;
    this.info = info;
    this.scheduler = scheduler;
    this.options = options;
    this.consumers = consumers;
    this.producers = producers;
  }

  /**
   * Runs the framework in this thread until it stops, is torn down, replaced or removed, or {@link
   * #close}.
   *
   * @throws IllegalStateException when there is no such cluster, or a record could not be written
   * @throws dev.bourse.topics.codec.InvalidRecordException when what it is told cannot be read
   * @throws org.apache.kafka.common.KafkaException when Kafka cannot be read
   * @throws RuntimeException what the scheduler throws: it ends, and can be started again
   */
  public void run() {
    try (Consumer<byte[], byte[]> consumer = consumers.get();
        Producer<String, byte[]> producer = producers.get()) {
      reading = consumer;
      RecordWriter writer = new RecordWriter(producer, "/frameworks/" + framework);
      Agenda agenda = new Agenda(Clock.systemUTC());
      SchedulerHost host = new TopicHost(framework, options.prefix, writer, agenda);
      SchedulerSession session =
          new SchedulerSession(
              framework, info, scheduler, seek(consumer), options.manualAcknowledgement, host);
      session.start();
      follow(consumer, session, writer, agenda);
      session.driver().stop();
      writer.finish();
    } finally {
      reading = null;
    }
  }

  /** Goes to the end of what it reads; the cells of it. */
  private List<Integer> seek(Consumer<byte[], byte[]> consumer) {
    String accepts = Topic.ACCEPTS.name(options.prefix);
    int all = Clients.partitions(consumer, accepts).size();
    List<TopicPartition> partitions = new ArrayList<>();
    List<Integer> cells = new ArrayList<>();
    for (int cell = 0; cell < all; cell++) {
      if (options.cells == Cells.ALL || cell == Keys.partition(framework.value(), all)) {
        cells.add(cell);
        partitions.add(new TopicPartition(Topic.OFFERS.name(options.prefix), cell));
        partitions.add(new TopicPartition(Topic.UPDATES.name(options.prefix), cell));
      }
    }
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // now, not at the first poll
    return cells;
  }

  private void follow(
      Consumer<byte[], byte[]> consumer,
      SchedulerSession session,
      RecordWriter writer,
      Agenda agenda) {
    while (!stopped && !session.isOver()) {
      for (ConsumerRecord<byte[], byte[]> record : poll(consumer, agenda)) {
        tell(record, session);
      }
      session.flush();
      agenda.runDue();
      runHandedIn(session);
      writer.check();
    }
  }

  private static ConsumerRecords<byte[], byte[]> poll(
      Consumer<byte[], byte[]> consumer, Agenda agenda) {
    try {
      return consumer.poll(agenda.untilNext(LONGEST_POLL));
    } catch (WakeupException e) {
      // Something was handed in, or it is to stop.
      return ConsumerRecords.empty();
    }
  }

  private void runHandedIn(SchedulerSession session) {
    for (java.util.function.Consumer<SchedulerDriver> action = handedIn.poll();
        action != null && !session.isOver();
        action = handedIn.poll()) {
      action.accept(session.driver());
    }
  }

  /** What is of others is skipped, and so are kinds that this version does not know. */
  private void tell(ConsumerRecord<byte[], byte[]> record, SchedulerSession session) {
    String name = CloudEvents.type(record.headers());
    RecordType type = name == null ? null : RecordType.ofName(name);
    boolean own = Arrays.equals(record.key(), Keys.bytes(framework.value()));
    if (own && type != null && SchedulerEvent.class.isAssignableFrom(type.recordClass())) {
      Object event = RecordCodec.decode(record.value(), type.recordClass());
      session.event(record.partition(), (SchedulerEvent) event);
    }
  }

  /**
   * Has something done by the thread of {@link #run}, at once or when it runs: the way to call the
   * cluster from any other thread. What has not been done when the framework ends never is.
   *
   * @param action is given what to call; what it throws comes out of {@code run}
   */
  public void execute(java.util.function.Consumer<SchedulerDriver> action) {
    handedIn.add(action);
    wakeUp();
  }

  /**
   * Ends {@link #run}: says goodbye, as {@link SchedulerDriver#stop} does. From any thread; what
   * was called before is written.
   */
  @Override
  public void close() {
    stopped = true;
    wakeUp();
  }

  private void wakeUp() {
    Consumer<byte[], byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
  }
}
