package dev.bourse.cli.local;

import java.time.Duration;

/** A point in time until which several things together must be done. */
final class Deadline {

  private final Duration limit;
  private final long end;

  private Deadline(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  static Deadline in(Duration limit) {
    return new Deadline(limit);
  }

  long remainingNanos() {
    return Math.max(0, end - System.nanoTime());
  }

  /** The whole time there was. */
  @Override
  public String toString() {
    return limit.toSeconds() + " s";
  }
}
