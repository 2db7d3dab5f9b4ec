package dev.bourse.sdk;

import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.kafka.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes to a topic, and remembers what is to be done later. */
final class TopicJobClient implements JobClient {

  private static final String SOURCE = "/sdk";

  private record Later(Instant at, long order, Runnable action) implements Comparable<Later> {

    @Override
    public int compareTo(Later other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final Producer<String, byte[]> producer;
  private final String topic;
  private final Clock clock;
  private final PriorityQueue<Later> agenda = new PriorityQueue<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private long arranged;

  TopicJobClient(Producer<String, byte[]> producer, String topic, Clock clock) {
    this.producer = producer;
    this.topic = topic;
    this.clock = clock;
  }

  @Override
  public void submit(JobId id, String document) {
    send(id, RecordType.SUBMIT_JOB, document.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void cancel(JobId id, @Nullable String message) {
    send(id, RecordType.CANCEL_JOB, RecordCodec.encode(new CancelJob(id, message)));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
  private void send(JobId id, RecordType type, byte[] value) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, id.value(), value);
    CloudEvents.add(record.headers(), type, SOURCE, UUID.randomUUID().toString());
    producer.send(
        record,
        (metadata, problem) -> {
          if (problem != null) {
            failure.compareAndSet(
                null, new IllegalStateException("cannot write to '" + topic + "'", problem));
          }
        });
  }

  /** Throws what went wrong with a record that was sent. */
  void check() {
    RuntimeException problem = failure.get();
    if (problem != null) {
      throw problem;
    }
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void after(Duration delay, Runnable action) {
    agenda.add(new Later(now().plus(delay), arranged++, action));
  }

  /** How long there is nothing to do, and at most so long. */
  Duration untilNext(Duration most) {
    Later next = agenda.peek();
    if (next == null) {
      return most;
    }
    Duration left = Duration.between(now(), next.at());
    return left.isNegative() ? Duration.ZERO : left.compareTo(most) < 0 ? left : most;
  }

  /** Does what is due. */
  void runDue() {
    Instant now = now();
    while (!agenda.isEmpty() && !agenda.element().at().isAfter(now)) {
      agenda.remove().action().run();
    }
  }
}
