package dev.bourse.topics.command;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import java.util.Objects;

/**
 * A framework says something else of itself, without a new session.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param info what it says of itself now
 */
public record UpdateFramework(FrameworkId framework, String session, FrameworkInfo info)
    implements SchedulerCall {

  /** Checks. */
  public UpdateFramework {
    Calls.check(framework, session);
    Objects.requireNonNull(info, "info: is missing");
  }
}
