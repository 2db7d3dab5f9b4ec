package dev.bourse.simulator.history;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads and decodes on a thread of its own, while another one decides. Ends where the steps end.
 */
public final class ReadAhead implements Steps {

  private static final int BATCH = 500;
  private static final int BATCHES = 8;
  private static final long WAIT_MILLIS = 50;

  /**
   * What is handed over.
   *
   * @param steps some
   * @param failure why there are no more; null when there may be
   * @param last whether there are no more
   */
  private record Batch(
      List<RecordedStep> steps, @Nullable RuntimeException failure, boolean last) {}

  private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private volatile boolean closed;
  private volatile long untaken;
  private Iterator<RecordedStep> ready = List.<RecordedStep>of().iterator();
  private @Nullable Batch batch;

  /** Begins to read, and closes the steps in the end. */
  public ReadAhead(Steps steps) {
    thread = Thread.ofPlatform().name("read-ahead").daemon().start(() -> read(steps));
  }

  private void read(Steps steps) {
    try (steps) {
      boolean last = false;
      while (!last && !closed) {
        Batch read = batch(steps);
        last = read.last();
        while (!closed && !queue.offer(read, WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
          // It is full: whoever decides is slower.
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Batch batch(Steps steps) {
    List<RecordedStep> read = new ArrayList<>(BATCH);
    try {
      while (read.size() < BATCH && !closed) {
        RecordedStep step = steps.next();
        if (step == null) {
          untaken = steps.untaken();
          return new Batch(read, null, true);
        }
        read.add(step);
      }
      return new Batch(read, null, false);
    } catch (RuntimeException e) {
      return new Batch(read, e, true);
    }
  }

  @Override
  public @Nullable RecordedStep next() {
    while (!ready.hasNext()) {
      if (batch != null && batch.last()) {
        if (batch.failure() != null) {
          throw batch.failure();
        }
        return null;
      }
      try {
        batch = queue.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new HistoryException("interrupted", e);
      }
      ready = batch.steps().iterator();
    }
    return ready.next();
  }

  @Override
  public long untaken() {
    return untaken;
  }

  /** A consumer of Kafka must not be interrupted, so it is asked. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
