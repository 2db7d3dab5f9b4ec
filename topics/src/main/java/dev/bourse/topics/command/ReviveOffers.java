package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;
import java.util.List;

/**
 * Wants offers again, and at once: also of what was declined, and in roles that were suppressed.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param roles which of its roles; empty for all
 */
public record ReviveOffers(FrameworkId framework, String session, List<String> roles)
    implements SchedulerCall {

  /** Checks and copies. */
  public ReviveOffers {
    Calls.check(framework, session);
    roles = Calls.roles(roles);
  }
}
