package dev.bourse.core.jobs;

import dev.bourse.core.allocator.Portion;
import dev.bourse.core.allocator.embedded.EmbeddedScheduler;
import dev.bourse.core.allocator.embedded.Offer;
import dev.bourse.core.context.Context;
import dev.bourse.core.event.JobArchived;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.PendingJobs;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobSpec;
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
    JobRow job = next(offer.role(), offer.resources(), 0, state);
    return job == null ? null : launch(job, offer);
  }

  @Override
  public @Nullable Launch backfill(Offer offer, long mostMillis, ClusterState state) {
    JobRow job = next(offer.role(), offer.resources(), mostMillis, state);
    return job == null ? null : launch(job, offer);
  }

  private static @Nullable Launch launch(JobRow job, Offer offer) {
    Resources taken = Portion.of(offer.resources(), job.spec().resources());
    return taken == null
        ? null
        : new Launch(job.task(), job.id(), job.progress().attempts() + 1, taken);
  }

  @Override
  public @Nullable Wish first(String role, ClusterState state) {
    PendingJobs pending = state.pending().get(role);
    if (pending == null) {
      return null;
    }
    JobRow job = pending.first();
    return new Wish(job.id(), job.spec().resources(), job.waitingSince(), job.spec().priority());
  }

  @Override
  public @Nullable Standing standing(TaskRow task, ClusterState state) {
    JobRow job = task.job() == null ? null : state.job(task.job());
    if (job == null) {
      return null;
    }
    JobSpec spec = job.spec();
    return new Standing(spec.priority(), spec.mayBePreempted(), spec.timeoutMillis());
  }

  private static @Nullable JobRow next(
      String role, Resources free, long mostMillis, ClusterState state) {
    PendingJobs pending = state.pending().get(role);
    return pending == null
        ? null
        : pending.firstFitting(
            free.flattened(), request -> Portion.of(free, request) != null, mostMillis);
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
