package dev.bourse.topics.scheduler;

import dev.bourse.topics.id.FrameworkId;

/**
 * A session is over: no call in it counts any more.
 *
 * @param framework whose
 * @param session which
 * @param cause why
 * @param message for people
 */
public record SessionEnded(FrameworkId framework, String session, Cause cause, String message)
    implements SchedulerEvent {

  /** Why a session ends. */
  public enum Cause {
    /** The framework has subscribed anew. */
    REPLACED,
    /** It said goodbye, or was silent for too long; it may subscribe again. */
    DISCONNECTED,
    /** The framework is over, and its id is retired. */
    REMOVED
  }
}
