package dev.bourse.agent.logs;

import dev.bourse.agent.folder.Shipped;
import dev.bourse.agent.folder.TaskFolder;
import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.topics.log.LogStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The two streams of one attempt. Used by one thread. */
final class TaskLog {

  private static final Logger LOG = Logger.getLogger(TaskLog.class);

  /** How long the news of a task's end waits for its output. */
  private static final long DRAIN_LIMIT_MILLIS = 30_000;

  /** How long the files stay after the task is done, for what Kafka does not have yet. */
  private static final long RELEASE_LIMIT_MILLIS = 600_000;

  private static final long SAVE_MILLIS = 1_000;

  private final TaskFolder folder;
  private final StreamTail stdout;
  private final StreamTail stderr;
  private Shipped saved;
  private long saveAt;
  private long drainLimit = Long.MAX_VALUE;
  private @Nullable Runnable drained;
  private long releaseLimit = Long.MAX_VALUE;
  private @Nullable CompletableFuture<Void> released;

  TaskLog(AttemptKey key, TaskFolder folder, long cap) throws IOException {
    this.folder = folder;
    this.saved = folder.shipped();
    this.stdout =
        new StreamTail(key, LogStream.STDOUT, folder.output(LogStream.STDOUT), cap, saved.stdout());
    this.stderr =
        new StreamTail(key, LogStream.STDERR, folder.output(LogStream.STDERR), cap, saved.stderr());
  }

  void drain(Runnable listener, long now) {
    drained = listener;
    drainLimit = now + DRAIN_LIMIT_MILLIS;
  }

  void release(CompletableFuture<Void> listener, long now) {
    released = listener;
    releaseLimit = now + RELEASE_LIMIT_MILLIS;
  }

  boolean ship(ChunkSender sender, Semaphore window, long now) {
    boolean active = false;
    try {
      boolean last = drainLimit != Long.MAX_VALUE;
      active = stdout.ship(last, sender, window, now);
      active |= stderr.ship(last, sender, window, now);
      save(now);
    } catch (IOException e) {
      LOG.errorf("cannot read the output in %s: %s", folder.path(), e);
      drainLimit = Math.min(drainLimit, now);
    }
    if (drained != null && ((stdout.isEndSent() && stderr.isEndSent()) || now >= drainLimit)) {
      drained.run();
      drained = null;
    }
    return active;
  }

  /** Whether nothing is left to do; its files are closed then. */
  boolean isDone(long now) {
    boolean complete = stdout.isEndAcked() && stderr.isEndAcked();
    if (released == null || (!complete && now < releaseLimit)) {
      return false;
    }
    if (!complete) {
      LOG.errorf("Kafka does not take the output in %s: it is given up", folder.path());
    }
    close();
    released.complete(null);
    return true;
  }

  void close() {
    try {
      stdout.close();
      stderr.close();
    } catch (IOException e) {
      LOG.debugf("closing the output in %s: %s", folder.path(), e);
    }
  }

  /** Late and seldom: what is sent again after a restart does no harm. */
  private void save(long now) throws IOException {
    Shipped shipped = new Shipped(stdout.acked(), stderr.acked());
    if (released == null && now >= saveAt && !shipped.equals(saved)) {
      folder.shipped(shipped);
      saved = shipped;
      saveAt = now + SAVE_MILLIS;
    }
  }
}
