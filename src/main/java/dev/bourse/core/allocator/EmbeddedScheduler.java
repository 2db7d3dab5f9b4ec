package dev.bourse.core.allocator;

import dev.bourse.core.state.ClusterState;
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
