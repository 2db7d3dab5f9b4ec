package dev.bourse.topics.liveness;

import dev.bourse.topics.command.Texts;
import dev.bourse.topics.id.FrameworkId;
import java.util.Objects;

/**
 * A framework is alive.
 *
 * @param framework which
 * @param session the one in which it subscribed last
 */
public record FrameworkHeartbeat(FrameworkId framework, String session) {

  /** How often a framework sends one, in milliseconds, unless told otherwise. */
  public static final long DEFAULT_INTERVAL_MILLIS = 2_000;

  private static final int MAX_SESSION = 64;

  /** Checks. */
  public FrameworkHeartbeat {
    Objects.requireNonNull(framework, "framework: is missing");
    Texts.check("session", session, MAX_SESSION);
  }
}
