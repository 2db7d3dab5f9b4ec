package dev.bourse.sdk;

import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import java.time.Duration;
import java.time.Instant;

/**
 * What a {@link SchedulerSession} needs of whoever hosts it: a way to the topics, time, and chance.
 * For hosts of frameworks, not for frameworks.
 */
public interface SchedulerHost {

  /**
   * Writes a call to a partition of {@code accepts}, under the framework's id. Calls for one cell
   * must arrive in order.
   */
  void send(int cell, SchedulerCall call);

  /**
   * Writes to a partition of {@code accepts}, under the framework's id, in order with the calls.
   */
  void send(int cell, TeardownFramework teardown);

  /** Writes to a partition of {@code heartbeats}, under the framework's id. */
  void send(int cell, FrameworkHeartbeat sign);

  /** What the framework takes for now. */
  Instant now();

  /** Has something done later, by the thread that feeds the session. */
  void after(Duration delay, Runnable action);

  /** The name of a new session: 1 to 64 characters, another one each time and in each process. */
  String newSession();
}
