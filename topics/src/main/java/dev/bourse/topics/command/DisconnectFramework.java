package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;
import org.jspecify.annotations.Nullable;

/**
 * A framework goes, or has not been heard of for too long: its offers are rescinded, and its tasks
 * go on for its failover timeout.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param message for people, or null; at most 4,096 characters
 */
public record DisconnectFramework(FrameworkId framework, String session, @Nullable String message)
    implements SchedulerCall {

  /** Checks. */
  public DisconnectFramework {
    Calls.check(framework, session);
    Texts.checkOptional("message", message, Texts.MAX_MESSAGE);
  }
}
