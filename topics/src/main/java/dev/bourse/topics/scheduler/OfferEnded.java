package dev.bourse.topics.scheduler;

import dev.bourse.topics.id.FrameworkId;
import org.jspecify.annotations.Nullable;

/**
 * An offer is over. Each ends once, in one of these ways.
 *
 * @param framework who had it
 * @param session in which it had it
 * @param offer its number
 * @param how it ended
 * @param reason why, for people; null when the framework has done it
 */
public record OfferEnded(
    FrameworkId framework, String session, long offer, How how, @Nullable String reason)
    implements OfferEvent {

  /** How an offer ends. */
  public enum How {
    /** The framework has used it. */
    ACCEPTED,
    /** The framework has declined it. */
    DECLINED,
    /** It was taken back. */
    RESCINDED,
    /** It was not answered in time. */
    EXPIRED,
    /** It was optimistic, and others have what it showed. */
    CONFLICT
  }
}
