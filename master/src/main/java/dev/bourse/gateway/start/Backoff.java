package dev.bourse.gateway.start;

import java.time.Duration;

/** Waits that double, from 1 s to 15 s. */
final class Backoff {

  private static final Duration MAX = Duration.ofSeconds(15);

  private Duration next = Duration.ofSeconds(1);

  Duration next() {
    Duration wait = next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(MAX) > 0 ? MAX : doubled;
    return wait;
  }
}
