package dev.bourse.core.jobs;

import dev.bourse.core.allocator.EmbeddedScheduler;
import dev.bourse.core.allocator.Offer;
import dev.bourse.core.allocator.Portion;
import dev.bourse.core.context.Context;
import dev.bourse.core.event.JobArchived;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Attempt;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * Runs batch jobs: launches them when they are offered a place, and decides what follows an end.
 */
public final class JobService implements EmbeddedScheduler {

  @Override
  public @Nullable Launch resourceOffer(Offer offer, ClusterState state) {
    JobRow job = next(offer.role(), offer.resources(), state);
    if (job == null) {
      return null;
    }
    Resources taken = Portion.of(offer.resources(), job.spec().resources());
    return taken == null
        ? null
        : new Launch(job.task(), job.id(), job.progress().attempts() + 1, taken);
  }

  private static @Nullable JobRow next(String role, Resources free, ClusterState state) {
    PendingJobs pending = state.pending().get(role);
    return pending == null
        ? null
        : pending.firstFitting(free.flattened(), request -> Portion.of(free, request) != null);
  }

  /** Ends a job of which nothing runs. */
  public void cancel(JobId id, Context context) {
    end(id, JobState.CANCELLED, Reason.CANCELLED, context);
  }

  /** Decides what follows the end of a job's attempt. */
  public void taskEnded(JobId id, Context context) {
    JobRow job = existing(id, context);
    Attempt attempt = job.history().getLast();
    if (attempt.state() == TaskState.FINISHED) {
      end(id, JobState.SUCCEEDED, null, context);
    } else if (job.progress().cancelling()) {
      end(id, JobState.CANCELLED, Reason.CANCELLED, context);
    } else if (attempt.reason() != null && attempt.reason().isClusterFault()) {
      requeue(job, attempt, false, context);
    } else if (mayRetry(job, attempt)) {
      requeue(job, attempt, true, context);
    } else {
      end(id, JobState.FAILED, attempt.reason(), context);
    }
  }

  private static boolean mayRetry(JobRow job, Attempt attempt) {
    return job.progress().failures() < job.spec().retry().attempts()
        && job.spec().retry().covers(attempt.exit().exitCode(), attempt.reason());
  }

  private static void requeue(JobRow job, Attempt attempt, boolean counts, Context context) {
    long wait = RetryDelay.millis(job, counts, context.seed());
    context.emit(
        new JobRequeued(
            job.id(), context.now() + wait, counts, attempt.reason(), attempt.message()));
  }

  private static void end(JobId id, JobState state, @Nullable Reason reason, Context context) {
    JobRow job = existing(id, context);
    context.emit(new JobEnded(id, state, reason, message(job, state), context.now()));
    context.emit(new JobArchived(id, context.now() + job.spec().ttlMillis()));
  }

  /** Of a cancelled job, who cancelled it; else what was said of its last attempt. */
  private static @Nullable String message(JobRow job, JobState state) {
    String said = job.progress().message();
    Attempt last = job.lastAttempt();
    if (last == null || last.message() == null) {
      return said;
    }
    return state == JobState.CANCELLED && said != null ? said : last.message();
  }

  private static JobRow existing(JobId id, Context context) {
    JobRow job = context.state().job(id);
    if (job == null) {
      throw new IllegalStateException("there is no job " + id);
    }
    return job;
  }
}
