package dev.bourse.cli.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long to go on trying to reach a server that was there before: while a master fails over. */
public final class Patience {

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final long limitNanos;
  private long since = System.nanoTime();
  private long pause = FIRST_PAUSE_MILLIS;

  /** Gives up when nothing has succeeded for so long. */
  public Patience(Duration limit) {
    this.limitNanos = limit.toNanos();
  }

  /** Something succeeded. */
  void renew() {
    since = System.nanoTime();
    pause = FIRST_PAUSE_MILLIS;
  }

  /** Pauses before the next try, or throws the reason if there have been enough. */
  public <E extends Exception> void pauseAfter(E reason) throws E {
    if (System.nanoTime() - since > limitNanos) {
      throw reason;
    }
    try {
      TimeUnit.MILLISECONDS.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
  }
}
