package dev.bourse.gateway.rest;

import dev.bourse.gateway.view.JobTable;
import dev.bourse.gateway.view.JobWaits;
import dev.bourse.gateway.view.Position;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.view.JobView;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finds the job that a request is about, after what the client knows to have written. */
@Singleton
final class JobLookup {

  /** How long a read waits for the client's own write. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final JobTable jobs;
  private final JobWaits waits;

  JobLookup(JobTable jobs, JobWaits waits) {
    this.jobs = jobs;
    this.waits = waits;
  }

  /**
   * The job.
   *
   * @param position what the client has written, or null
   * @throws ProblemException when there is no such job, or the client's record was rejected
   */
  JobView find(String id, @Nullable String position) throws InterruptedException {
    JobId jobId = new JobId(id);
    if (position != null) {
      var outcome =
          waits.await(jobId, Position.parse(position), JobLookup::isOver, job -> true, LIMIT);
      if (outcome.rejection() != null) {
        throw new ProblemException(Kind.CONFLICT, outcome.rejection());
      }
    }
    JobView job = jobs.get(jobId);
    if (job == null) {
      throw ProblemException.noSuchJob(id);
    }
    return job;
  }

  /** A rejected id may still become a job. */
  private static boolean isOver(JobView job) {
    return job.state().isTerminal() && job.state() != JobState.REJECTED;
  }
}
