package dev.bourse.core.state;

import dev.bourse.topics.resources.Resources;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one role that wait for resources: higher priority first, then in order of arrival.
 */
public interface PendingJobs {

  /** The first job that fits into these resources, or null. */
  @Nullable JobRow firstFitting(Resources free);

  /**
   * The first job of those that fit into these resources and run no longer than so; of those that
   * ask for the same only some are looked at. Null when there is none.
   *
   * @param mostMillis how long it may run at most
   */
  @Nullable JobRow firstFitting(Resources free, long mostMillis);

  /** The first of all, whether it fits or not. */
  JobRow first();

  /** How many wait. */
  int size();

  /** All of them, for checks. */
  Collection<JobRow> all();
}
