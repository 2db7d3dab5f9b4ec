package dev.bourse.sdk;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a framework does to the cluster. Nothing here waits for an answer: what comes of it is told
 * to the {@link Scheduler}. To be called by the scheduler's thread only; another one has it done by
 * {@link KafkaSchedulerDriver#execute}.
 *
 * <p>What is called while there is no session in a cell (before {@link Scheduler#subscribed}, or
 * between two sessions) waits for the next and is sent, in order, when it begins; at most 10,000
 * calls wait in a cell, and one more is an {@link IllegalStateException}. After {@link #stop} and
 * {@link #teardown}, and when the last session is over, calls do nothing.
 *
 * <p>Every duration counts in whole milliseconds and must not be negative. An argument that no
 * master would take is an {@link IllegalArgumentException} that names it, and nothing is sent.
 */
public interface SchedulerDriver {

  /** The id of the framework. */
  FrameworkId framework();

  /** What it says of itself, with the roles that it has suppressed. */
  FrameworkInfo info();

  /** The offers that it was shown, and that are neither answered nor ended. */
  List<ResourceOffer> offers();

  /** Uses offers, as {@link #accept(List, List, Duration)}. */
  void accept(Accept accept);

  /**
   * Uses offers of one agent and one role. What the operations leave is free again. If an offer has
   * ended meanwhile, nothing is done: each task that was to be launched is answered with a status,
   * reason {@code INVALID_OFFERS}.
   *
   * @param offers at least one, at most 1,000
   * @param operations what to do, in order; at most 100
   * @param refuse for how long what is left is not to be offered again; null for the cluster's
   *     default of 5 s, at most 365 days
   */
  void accept(
      List<ResourceOffer> offers, List<OfferOperation> operations, @Nullable Duration refuse);

  /**
   * Does not use offers. Those that have ended or are answered are left out.
   *
   * @param offers any number, of any agents and roles
   * @param refuse for how long the same is not to be offered again; null for the cluster's default
   *     of 5 s, at most 365 days
   */
  void decline(Collection<ResourceOffer> offers, @Nullable Duration refuse);

  /** Does not use an offer, which may come again after the cluster's default of 5 s. */
  default void decline(ResourceOffer offer) {
    decline(List.of(offer), null);
  }

  /**
   * Wants offers again, and at once: also of what was declined.
   *
   * @param roles some of its roles; none for all
   */
  void revive(String... roles);

  /**
   * Wants no offers for now, also in sessions to come, until it revives.
   *
   * @param roles some of its roles; none for all
   */
  void suppress(String... roles);

  /** Ends a task: TERM, and KILL after the grace of the task. */
  default void kill(String task) {
    kill(task, null);
  }

  /**
   * Ends a task. One that is not known is answered with what is known of it.
   *
   * @param grace between TERM and KILL; null for that of the task
   */
  void kill(String task, @Nullable Duration grace);

  /**
   * Has taken in an update, so that the next one for its task can come. One that needs no
   * acknowledgement is none.
   *
   * @throws IllegalStateException when manual acknowledgement was not asked for
   */
  void acknowledge(TaskUpdate update);

  /** Asks where all tasks stand that are not over; each is answered with an update. */
  void reconcile();

  /** Asks for tasks until each is answered, as {@link #reconcile(Collection, Runnable)}. */
  default void reconcile(Collection<TaskRef> tasks) {
    reconcile(tasks, () -> {});
  }

  /**
   * Asks for tasks, and again for those of which nothing was heard since, after 1 s, doubling to 30
   * s, until every one has been told of. One is done at a time: what is asked for meanwhile begins
   * when those before are done.
   *
   * @param tasks which; none is done at once
   * @param onDone called, by the same thread, when the last one has been told of
   */
  void reconcile(Collection<TaskRef> tasks, Runnable onDone);

  /**
   * Sends something to the executor of a task, at most once.
   *
   * @param data what; at most 65,536 characters
   */
  void message(String task, String data);

  /** Will leave agents that are to be taken out of service. */
  void acceptInverse(Collection<InverseOffer> offers);

  /** Will not leave them. */
  void declineInverse(Collection<InverseOffer> offers);

  /** Says something else of itself, from now on. What is suppressed is what this info says. */
  void update(FrameworkInfo info);

  /**
   * Ends the framework: its tasks are killed and its id is retired. {@code run} returns when that
   * is confirmed, after {@link Scheduler#disconnected} with cause {@code REMOVED}.
   */
  void teardown();

  /**
   * Says goodbye: its tasks go on for the failover timeout of its info, which by default is none.
   * {@code run} returns, and no method of the scheduler is called any more.
   */
  void stop();

  /** What a framework takes for now; never a clock of its own, or tests cannot turn it. */
  Instant now();

  /** Has something done later, by the same thread. It is forgotten when the framework ends. */
  void after(Duration delay, Runnable action);
}
