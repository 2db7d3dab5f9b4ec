package dev.bourse.sdk;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.view.JobView;

/**
 * A program on top of the job service: it submits jobs and reacts to what becomes of them.
 *
 * <p>All methods are called by one thread, one at a time, so a framework needs no locks; none of
 * them should wait. What it is told comes at least once: the program that starts, or starts again,
 * hears of every job that is there before {@link #ready}, and of every change from then on. A
 * framework that derives what it does from what it is told, and chooses the ids of its jobs itself,
 * needs no memory of its own: to submit the same document under the same id again is harmless.
 */
public interface JobFramework {

  /** It has been told of everything that was there when it started. */
  default void ready(JobClient jobs) {}

  /**
   * A job is there, or has changed. Changes of one job come in order, and the last one always
   * comes; jobs of others are told of too.
   */
  void jobChanged(JobView job, JobClient jobs);

  /** A job that had ended is not remembered any more: its {@code ttl} is over. */
  default void jobForgotten(JobId job, JobClient jobs) {}
}
