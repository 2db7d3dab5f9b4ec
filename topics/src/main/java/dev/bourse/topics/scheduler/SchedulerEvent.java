package dev.bourse.topics.scheduler;

import dev.bourse.topics.id.FrameworkId;

/**
 * What a framework is told, under its id: offers on the {@code offers} topic, everything else on
 * {@code updates}. Between the two topics there is no order. What was said to an older session can
 * be told by the session in it, where there is one.
 */
public sealed interface SchedulerEvent
    permits AgentFailed,
        CallRefused,
        FrameworkSubscribed,
        OfferEvent,
        OperationUpdate,
        SessionEnded,
        TaskUpdate {

  /** Who is told. */
  FrameworkId framework();
}
