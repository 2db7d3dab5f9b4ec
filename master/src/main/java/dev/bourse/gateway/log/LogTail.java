package dev.bourse.gateway.log;

import dev.bourse.gateway.view.JobTable;
import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.LogChunks;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.view.JobView;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request's way through the output of a task. */
final class LogTail {

  private static final Logger LOG = Logger.getLogger(LogTail.class);

  /** The output cannot be older than the job, but the clocks of two machines may differ. */
  private static final long CLOCK_SLACK_MILLIS = 10_000;

  /**
   * How long output that nobody has seen the end of may still be on its way after the job's end.
   */
  private static final long STRAGGLER_MILLIS = 5_000;

  /** Also the time after which a client that went away is noticed. */
  private static final Duration POLL = Duration.ofMillis(500);

  private static final long KEEP_ALIVE_NANOS = Duration.ofSeconds(15).toNanos();

  private final LogRequest request;
  private final byte[] key;
  private final TopicPartition where;
  private final Consumer<byte[], byte[]> consumer;
  private final JobTable jobs;
  private final LogSink sink;
  private final Streams streams = new Streams();
  private JobView job;
  private long lastSentNanos = System.nanoTime();

  LogTail(
      LogRequest request,
      TaskId task,
      TopicPartition where,
      Consumer<byte[], byte[]> consumer,
      JobTable jobs,
      LogSink sink) {
    this.request = request;
    this.key = Keys.bytes(task.value());
    this.where = where;
    this.consumer = consumer;
    this.jobs = jobs;
    this.sink = sink;
    this.job = request.job();
  }

  void run() throws IOException {
    long end = start();
    while (!sink.isClosed()) {
      for (ConsumerRecord<byte[], byte[]> record : poll()) {
        deliver(record);
      }
      JobView newest = jobs.get(job.id());
      job = newest == null ? job : newest;
      if (isOver(positionOrZero() >= end)) {
        sink.done(job.state());
        return;
      }
      keepAlive();
    }
  }

  /** Goes to where the output may begin; the end of what is there now. */
  private long start() {
    while (true) {
      try {
        consumer.assign(List.of(where));
        long end = consumer.endOffsets(List.of(where)).getOrDefault(where, 0L);
        long from = Math.max(0, request.job().submittedAt() - CLOCK_SLACK_MILLIS);
        OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(where, from)).get(where);
        consumer.seek(where, first == null ? end : first.offset());
        return end;
      } catch (WakeupException e) {
        LOG.trace("the job changed meanwhile; once more", e);
      }
    }
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (WakeupException e) {
      return ConsumerRecords.empty();
    }
  }

  private long positionOrZero() {
    try {
      return consumer.position(where);
    } catch (WakeupException e) {
      return 0;
    }
  }

  private void deliver(ConsumerRecord<byte[], byte[]> record) throws IOException {
    byte @Nullable [] recordKey = record.key();
    if (recordKey == null || !Arrays.equals(key, recordKey)) {
      return;
    }
    try {
      LogChunk fresh = streams.accept(LogChunks.decode(record));
      if (fresh != null && request.wants(fresh.stream())) {
        sink.chunk(fresh);
        lastSentNanos = System.nanoTime();
      }
    } catch (InvalidRecordException e) {
      LOG.debugf("record %s@%d skipped: %s", where, record.offset(), e.getMessage());
    }
  }

  private boolean isOver(boolean atEnd) {
    if (!job.state().isTerminal()) {
      return atEnd && !request.follow();
    }
    return streams.haveEnded(job.attempts())
        || (atEnd
            && (!request.follow() || nothingRan() || System.currentTimeMillis() > patience()));
  }

  /** Whether the last attempt never had a process that could have written anything. */
  private boolean nothingRan() {
    TaskExit exit = job.exit();
    return job.attempts() == 0 || (exit != null && exit.startedAt() == 0);
  }

  private long patience() {
    return job.endedAt() + STRAGGLER_MILLIS;
  }

  private void keepAlive() throws IOException {
    if (System.nanoTime() - lastSentNanos >= KEEP_ALIVE_NANOS) {
      sink.keepAlive();
      lastSentNanos = System.nanoTime();
    }
  }
}
