package dev.bourse.core.allocator.embedded;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * A framework that lives inside the core: it answers an offer in the step in which it is made, so
 * it never hoards, and it is a pure function of the offer and the state.
 */
public interface EmbeddedScheduler {

  /** What to launch of an offer; null to decline it, which is then not made. */
  @Nullable Launch resourceOffer(Offer offer, ClusterState state);

  /** What to launch of an offer that ends within so long, or null to decline it. */
  @Nullable Launch backfill(Offer offer, long mostMillis, ClusterState state);

  /** Who is to be launched first in a role, whether he fits or not; null when nobody waits. */
  @Nullable Wish first(String role, ClusterState state);

  /** How urgent a task of its own is; null when it is over. */
  @Nullable Standing standing(TaskRow task, ClusterState state);

  /**
   * Somebody who waits.
   *
   * @param job who
   * @param resources what he waits for, reserved for nobody
   * @param since at the longest, in epoch milliseconds
   * @param priority the higher the sooner
   */
  record Wish(JobId job, Resources resources, long since, int priority) {}

  /**
   * How urgent a task is.
   *
   * @param priority the higher the more
   * @param preemptible whether it may be stopped for more urgent work
   * @param mostMillis how long it runs at most, in milliseconds; 0 for ever
   */
  record Standing(int priority, boolean preemptible, long mostMillis) {}

  /**
   * One launch.
   *
   * @param task which task
   * @param job whose
   * @param attempt 1 for the first
   * @param resources what to set aside for it, of the offer
   */
  record Launch(TaskId task, JobId job, int attempt, Resources resources) {}
}
