package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;
import java.util.List;

/**
 * Says whether it will leave agents that are to be taken out of service. Nothing is forced; the
 * answer is for the operator.
 *
 * @param framework who
 * @param session the one in which it subscribed last; a call of an older one is refused
 * @param offers their numbers
 * @param accepted whether it will
 */
public record AnswerInverseOffers(
    FrameworkId framework, String session, List<Long> offers, boolean accepted)
    implements SchedulerCall {

  /** Checks and copies. */
  public AnswerInverseOffers {
    Calls.check(framework, session);
    offers = Calls.offers(offers);
  }
}
