package dev.bourse.topics.scheduler;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import org.jspecify.annotations.Nullable;

/**
 * What came of an operation that had an id.
 *
 * @param framework whose
 * @param operation its id
 * @param state how it ended
 * @param message for people, or null
 * @param agent on which agent; null when the offer was not valid
 */
public record OperationUpdate(
    FrameworkId framework,
    String operation,
    State state,
    @Nullable String message,
    @Nullable AgentId agent)
    implements SchedulerEvent {

  /** How an operation ends. */
  public enum State {
    /** It was done. */
    FINISHED,
    /** It is not valid. */
    ERROR,
    /** The offer was not there any more. */
    DROPPED
  }
}
