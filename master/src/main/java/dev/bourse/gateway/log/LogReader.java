package dev.bourse.gateway.log;

import dev.bourse.gateway.view.JobTable;
import dev.bourse.gateway.view.Registration;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Serves requests for output: for each, one consumer of its own for as long as it lasts. */
@Singleton
public final class LogReader {

  /**
   * More than this at once are refused: each holds a connection and up to 1 MiB of fetched records.
   */
  public static final int MAX_REQUESTS = 64;

  private final Semaphore free = new Semaphore(MAX_REQUESTS);
  private final LogConsumers consumers;
  private final JobTable jobs;
  private final Layout layout;

  LogReader(LogConsumers consumers, JobTable jobs, Layout layout) {
    this.consumers = consumers;
    this.jobs = jobs;
    this.layout = layout;
  }

  /**
   * Reserves a place; whoever gets one must {@link #release} it.
   *
   * @return whether there was one
   */
  public boolean tryAcquire() {
    return free.tryAcquire();
  }

  /** Gives a place back. */
  public void release() {
    free.release();
  }

  /** How many requests are being served. */
  public int active() {
    return MAX_REQUESTS - free.availablePermits();
  }

  /**
   * Reads until there is no more, or the client is gone.
   *
   * @throws IOException when the client is gone
   */
  public void read(LogRequest request, LogSink sink) throws IOException {
    TaskId task = request.job().task();
    if (task == null) {
      sink.done(request.job().state());
      return;
    }
    int partition = Keys.partition(task.value(), layout.logPartitions());
    TopicPartition where = new TopicPartition(layout.name(Topic.LOGS), partition);
    Consumer<byte[], byte[]> consumer = consumers.take();
    // A change of the job may mean that the output is over: the reader must not sleep through it.
    try (Registration _ = jobs.listen(request.job().id(), row -> consumer.wakeup())) {
      new LogTail(request, task, where, consumer, jobs, sink).run();
    } finally {
      consumers.giveBack(consumer);
    }
  }
}
