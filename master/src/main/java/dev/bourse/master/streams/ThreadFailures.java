package dev.bourse.master.streams;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * A stream thread that dies is replaced, since most of what kills one passes. When it keeps dying
 * the client stops instead: readiness goes down, and a standby elsewhere takes over.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = Logger.getLogger(ThreadFailures.class);
  private static final int MAX_FAILURES = 10;
  private static final long WINDOW_NANOS = 60_000_000_000L;

  private final Deque<Long> failures = new ArrayDeque<>();

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
    long now = System.nanoTime();
    failures.addLast(now);
    while (now - failures.getFirst() > WINDOW_NANOS) {
      failures.removeFirst();
    }
    if (failures.size() > MAX_FAILURES) {
      LOG.errorf(exception, "incident: the stream thread died too often, stopping");
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.errorf(exception, "incident: the stream thread died, replacing it");
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
