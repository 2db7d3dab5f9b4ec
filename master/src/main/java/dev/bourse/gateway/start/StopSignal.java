package dev.bourse.gateway.start;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears of SIGTERM while the application is still starting. Its own shutdown waits until it has
 * started, which without Kafka would be for ever.
 */
final class StopSignal {

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread hook;

  /** For the thread that calls this: it is interrupted by the signal. */
  StopSignal() {
    Thread starter = Thread.currentThread();
    hook =
        new Thread(
            () -> {
              stopped.countDown();
              starter.interrupt();
            },
            "stop-signal");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Waits, if there was no signal. */
  void await(Duration wait) throws InterruptedException {
    if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("stopped");
    }
  }

  void disarm() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is stopping already, and the hook has run or will.
      stopped.countDown();
    }
  }
}
