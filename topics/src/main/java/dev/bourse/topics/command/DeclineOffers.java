package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does not use offers.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param offers their numbers
 * @param refuseMillis for how long the same is not to be offered again; null for the cluster's
 *     default of 5 s, at most 365 days
 */
public record DeclineOffers(
    FrameworkId framework, String session, List<Long> offers, @Nullable Long refuseMillis)
    implements SchedulerCall {

  /** Checks and copies. */
  public DeclineOffers {
    Calls.check(framework, session);
    offers = Calls.offers(offers);
  }
}
