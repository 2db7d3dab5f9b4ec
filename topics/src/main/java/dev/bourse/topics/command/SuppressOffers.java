package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;
import java.util.List;

/**
 * Wants no offers for now. Those that are outstanding stay.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param roles which of its roles; empty for all
 */
public record SuppressOffers(FrameworkId framework, String session, List<String> roles)
    implements SchedulerCall {

  /** Checks and copies. */
  public SuppressOffers {
    Calls.check(framework, session);
    roles = Calls.roles(roles);
  }
}
