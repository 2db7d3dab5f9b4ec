package dev.bourse.master.liveness;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the application its one heartbeat log. */
final class HeartbeatLogProducer {

  private static final long NANOS_PER_MILLI = 1_000_000;

  @Produces
  @Singleton
  HeartbeatLog heartbeatLog() {
    return new HeartbeatLog(() -> System.nanoTime() / NANOS_PER_MILLI);
  }
}
