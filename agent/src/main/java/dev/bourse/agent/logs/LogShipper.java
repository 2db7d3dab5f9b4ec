package dev.bourse.agent.logs;

import dev.bourse.agent.folder.TaskFolder;
import dev.bourse.agent.machine.AttemptKey;
import java.io.IOException;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the output of all tasks with one thread. It looks at the files rather often while
 * something is written, and 20 times a second otherwise; when there are no tasks it sleeps. All
 * methods may be called from any thread.
 */
public final class LogShipper implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(LogShipper.class);
  private static final long BUSY_MILLIS = 5;
  private static final long IDLE_MILLIS = 50;

  /** At 64 KiB each this is 4 MiB, well below what the producer buffers. */
  private static final int CHUNKS_UNDER_WAY = 64;

  private final ChunkSender sender;
  private final Clock clock;
  private final Thread thread;
  private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
  private final Semaphore window = new Semaphore(CHUNKS_UNDER_WAY);
  private final SortedMap<AttemptKey, TaskLog> logs = new TreeMap<>();
  private volatile boolean closed;

  /** Not started yet. */
  public LogShipper(ChunkSender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("log-shipper").daemon().unstarted(this::run);
  }

  /** Starts its thread. */
  public void start() {
    thread.start();
  }

  /**
   * Follows the output of a task.
   *
   * @param cap bytes of each stream that are sent; the rest is only counted
   */
  public void follow(AttemptKey key, TaskFolder folder, long cap) {
    commands.add(() -> log(key, folder, cap));
  }

  /**
   * Sends the rest of a task that has ended, followed before or not; calls back when the sender has
   * it.
   */
  public void drain(AttemptKey key, TaskFolder folder, long cap, Runnable drained) {
    commands.add(
        () -> {
          TaskLog log = log(key, folder, cap);
          if (log == null) {
            drained.run();
          } else {
            log.drain(drained, clock.millis());
          }
        });
  }

  /** Completed when Kafka has all output of a task that has been drained, or will never have it. */
  public CompletionStage<Void> release(AttemptKey key) {
    CompletableFuture<Void> released = new CompletableFuture<>();
    commands.add(
        () -> {
          TaskLog log = logs.get(key);
          if (log == null) {
            released.complete(null);
          } else {
            log.release(released, clock.millis());
          }
        });
    return released;
  }

  private @Nullable TaskLog log(AttemptKey key, TaskFolder folder, long cap) {
    TaskLog log = logs.get(key);
    if (log == null) {
      try {
        log = new TaskLog(key, folder, cap);
        logs.put(key, log);
      } catch (IOException e) {
        LOG.errorf("cannot read the output in %s: %s", folder.path(), e);
      }
    }
    return log;
  }

  private void run() {
    long wait = IDLE_MILLIS;
    try {
      while (!closed) {
        Runnable command =
            logs.isEmpty() ? commands.take() : commands.poll(wait, TimeUnit.MILLISECONDS);
        boolean active = command != null;
        for (; command != null; command = commands.poll()) {
          command.run();
        }
        active |= pass();
        wait = active ? BUSY_MILLIS : Math.min(IDLE_MILLIS, wait * 2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    logs.values().forEach(TaskLog::close);
  }

  private boolean pass() {
    long now = clock.millis();
    boolean active = false;
    for (TaskLog log : logs.values()) {
      active |= log.ship(sender, window, now);
    }
    logs.values().removeIf(log -> log.isDone(now));
    return active;
  }

  @Override
  public void close() {
    // No interrupt: it would close the files under the hands of the thread.
    closed = true;
    commands.add(() -> {});
  }
}
