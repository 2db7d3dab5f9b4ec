package dev.bourse.sdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** What is to be done later; for one thread. */
final class Agenda {

  private record Later(Instant at, long order, Runnable action) implements Comparable<Later> {

    @Override
    public int compareTo(Later other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final Clock clock;
  private final PriorityQueue<Later> entries = new PriorityQueue<>();
  private long arranged;

  Agenda(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void after(Duration delay, Runnable action) {
    entries.add(new Later(now().plus(delay), arranged++, action));
  }

  /** How long there is nothing to do, and at most so long. */
  Duration untilNext(Duration most) {
    Later next = entries.peek();
    if (next == null) {
      return most;
    }
    Duration left = Duration.between(now(), next.at());
    return left.isNegative() ? Duration.ZERO : left.compareTo(most) < 0 ? left : most;
  }

  /** Does what is due. */
  void runDue() {
    Instant now = now();
    while (!entries.isEmpty() && !entries.element().at().isAfter(now)) {
      entries.remove().action().run();
    }
  }
}
