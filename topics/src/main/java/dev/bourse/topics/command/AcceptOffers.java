package dev.bourse.topics.command;

import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.id.FrameworkId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uses offers of one agent and one role. What the operations leave is free again.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param offers their numbers; each can be used once
 * @param operations what to do with them, in order; without any it is the same as declining
 * @param refuseMillis for how long what is left is not to be offered again; null for the cluster's
 *     default of 5 s, at most 365 days
 */
public record AcceptOffers(
    FrameworkId framework,
    String session,
    List<Long> offers,
    List<OfferOperation> operations,
    @Nullable Long refuseMillis)
    implements SchedulerCall {

  private static final int MAX_OPERATIONS = 100;

  /** Checks and copies. */
  public AcceptOffers {
    Calls.check(framework, session);
    offers = Calls.offers(offers);
    operations = List.copyOf(operations);
    if (operations.size() > MAX_OPERATIONS) {
      throw new IllegalArgumentException(
          "operations: has " + operations.size() + " entries, but may have " + MAX_OPERATIONS);
    }
  }
}
