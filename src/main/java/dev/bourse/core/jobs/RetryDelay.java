package dev.bourse.core.jobs;

import dev.bourse.core.state.JobRow;
import dev.bourse.topics.job.Backoff;
import java.util.Random;

/** How long a job waits before its next attempt. */
final class RetryDelay {

  private RetryDelay() {}

  /**
   * The wait, with its random part, in milliseconds.
   *
   * @param counts whether the attempt failed by its own fault; if not, the job's own back-off is
   *     for other things and the standard one applies
   */
  static long millis(JobRow job, boolean counts, long seed) {
    Backoff backoff = counts ? job.spec().retry().backoff() : Backoff.DEFAULT;
    int n = counts ? job.progress().failures() + 1 : job.progress().attempts();
    long wait = backoff.millisBefore(n);
    long spread = wait * backoff.jitterThousandths() / 1_000;
    if (spread == 0) {
      return wait;
    }
    long random = new Random(seed ^ job.queueOrder()).nextLong(2 * spread + 1);
    return wait - spread + random;
  }
}
