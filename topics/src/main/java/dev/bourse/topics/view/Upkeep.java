package dev.bourse.topics.view;

import dev.bourse.topics.framework.Window;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has in mind with an agent.
 *
 * @param deactivated whether nothing more of it is offered
 * @param drain how far it is emptied; null when it is not
 * @param drainDeadlineAt when tasks that are still there are given up, in epoch milliseconds; 0 for
 *     never
 * @param maxGraceMillis the most that a task gets between TERM and KILL while it is emptied; null
 *     for its own grace
 * @param markGone whether it is gone for ever when it is drained
 * @param unavailability when it is to be taken out of service; null when it is not
 * @param down whether it is out of service
 */
public record Upkeep(
    boolean deactivated,
    @Nullable Drain drain,
    long drainDeadlineAt,
    @Nullable Long maxGraceMillis,
    boolean markGone,
    @Nullable Window unavailability,
    boolean down) {

  /** Nothing. */
  public static final Upkeep NONE = new Upkeep(false, null, 0, null, false, null, false);

  /** How far an agent is emptied. */
  public enum Drain {
    /** Its tasks are being killed. */
    DRAINING,
    /** All of them have ended, and their frameworks know. */
    DRAINED
  }

  /** Whether anything of it is offered. */
  public boolean isOffered() {
    return !deactivated && drain == null && !down;
  }

  /** Deactivated, or not. */
  public Upkeep withDeactivated(boolean now) {
    return new Upkeep(now, drain, drainDeadlineAt, maxGraceMillis, markGone, unavailability, down);
  }

  /** Being emptied. */
  public Upkeep draining(long deadlineAt, @Nullable Long grace, boolean gone) {
    return new Upkeep(deactivated, Drain.DRAINING, deadlineAt, grace, gone, unavailability, down);
  }

  /** Emptied. */
  public Upkeep drained() {
    return new Upkeep(
        deactivated, Drain.DRAINED, 0, maxGraceMillis, markGone, unavailability, down);
  }

  /** Offered again. */
  public Upkeep reactivated() {
    return new Upkeep(false, null, 0, null, false, unavailability, down);
  }

  /** To be taken out of service then, or not. */
  public Upkeep withUnavailability(@Nullable Window window) {
    return new Upkeep(deactivated, drain, drainDeadlineAt, maxGraceMillis, markGone, window, down);
  }

  /** Out of service. */
  public Upkeep asDown() {
    return new Upkeep(
        deactivated, drain, drainDeadlineAt, maxGraceMillis, markGone, unavailability, true);
  }

  /** Back in service, and no maintenance to come. */
  public Upkeep backInService() {
    return new Upkeep(deactivated, drain, drainDeadlineAt, maxGraceMillis, markGone, null, false);
  }

  /** Gone for ever. */
  public Upkeep gone() {
    return new Upkeep(deactivated, drain, 0, maxGraceMillis, true, unavailability, down);
  }
}
