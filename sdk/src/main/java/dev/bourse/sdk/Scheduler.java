package dev.bourse.sdk;

import dev.bourse.topics.scheduler.AgentFailed;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.InverseOfferEnded;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.OperationUpdate;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.util.List;

/**
 * A framework: it is offered resources, and decides what runs on them.
 *
 * <p>All methods are called by one thread, one after the other, so a scheduler needs no locks; none
 * of them should wait, since signs of life are sent by the same thread. What a method throws ends
 * the driver's {@code run} with it, without a goodbye: the framework counts as disconnected when
 * its silence is noticed, and can be started again under the same id.
 *
 * <p>By default each method does nothing, except {@link #resourceOffers}: an offer that nobody
 * answers is lost to everybody until it expires.
 */
public interface Scheduler {

  /**
   * A session begins: the first, or one after {@link #disconnected}. With several cells it comes
   * once for each. The place to {@linkplain SchedulerDriver#reconcile() reconcile}.
   */
  default void subscribed(SchedulerDriver driver, FrameworkSubscribed session) {}

  /**
   * Resources are offered. Each offer is to be accepted or declined, now or later.
   *
   * @param offers all that came together, at least one; of any agents and roles
   */
  void resourceOffers(SchedulerDriver driver, List<ResourceOffer> offers);

  /**
   * An offer cannot be used any more: it was rescinded, has expired, or others were faster. How the
   * framework itself has answered is not told, nor is the end of an offer that it was never shown,
   * nor those that end with the session.
   */
  default void offerEnded(SchedulerDriver driver, OfferEnded offer) {}

  /**
   * It is asked to leave agents. Whatever it answers, nothing is forced.
   *
   * @param offers all that came together, at least one
   */
  default void inverseOffers(SchedulerDriver driver, List<InverseOffer> offers) {}

  /** An agent need not be left any more. */
  default void inverseOfferEnded(SchedulerDriver driver, InverseOfferEnded offer) {}

  /**
   * A task is in another state, or the framework has asked for it. For each task in order and at
   * least once: an update may come again in the next session, in the same one only after those of
   * 10,000 other tasks. Unless manual acknowledgement was asked for, it is acknowledged when this
   * returns, and not when it throws.
   */
  default void statusUpdate(SchedulerDriver driver, TaskUpdate update) {}

  /** What came of an operation that had an id. At most once. */
  default void operationUpdate(SchedulerDriver driver, OperationUpdate update) {}

  /** An agent on which the framework has tasks is not there. */
  default void agentFailed(SchedulerDriver driver, AgentFailed agent) {}

  /**
   * A call was not applied, or not wholly. When it is the subscription that was refused, it is
   * repeated all the same until it is answered or the framework stops.
   */
  default void refused(SchedulerDriver driver, CallRefused call) {}

  /**
   * A session is over. By {@code DISCONNECTED}: the driver subscribes again when this returns, and
   * {@link #subscribed} follows. By {@code REPLACED} or {@code REMOVED}: it was the last session in
   * that cell, and when there is none in any cell, {@code run} returns. All offers of the session
   * are gone.
   */
  default void disconnected(SchedulerDriver driver, SessionEnded session) {}
}
