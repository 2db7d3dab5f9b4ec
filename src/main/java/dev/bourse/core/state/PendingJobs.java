package dev.bourse.core.state;

import dev.bourse.topics.resources.Resources;
import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one role that wait for resources: higher priority first, then in order of arrival.
 */
public interface PendingJobs {

  /**
   * The first job of those that fit into these resources, or null.
   *
   * @param fits whether a request that fits by its amounts does so in fact
   * @param mostMillis how long it may run at most; of those that ask for the same only some are
   *     looked at then. 0 for ever
   */
  @Nullable JobRow firstFitting(Resources free, Predicate<Resources> fits, long mostMillis);

  /** The first of all, whether it fits or not. */
  JobRow first();

  /** How many wait. */
  int size();

  /** All of them, for checks. */
  Collection<JobRow> all();
}
