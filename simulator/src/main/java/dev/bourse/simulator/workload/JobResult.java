package dev.bourse.simulator.workload;

import dev.bourse.topics.job.JobState;

/**
 * What became of a job.
 *
 * @param id its id
 * @param role who pays
 * @param submittedAt in epoch milliseconds
 * @param startedAt when its first process started, in epoch milliseconds; 0 for never
 * @param endedAt in epoch milliseconds; 0 when it has not
 * @param state where it stands
 * @param attempts how many were launched
 * @param lost how many of them the cluster has taken away
 * @param busyMillis how long its processes ran, together
 * @param cpus what it asks for, in thousandths
 */
public record JobResult(
    String id,
    String role,
    long submittedAt,
    long startedAt,
    long endedAt,
    JobState state,
    int attempts,
    int lost,
    long busyMillis,
    long cpus) {

  private static final long SLOWDOWN_BOUND_MILLIS = 10_000;

  /** Whether it has begun. */
  public boolean hasStarted() {
    return startedAt > 0;
  }

  /** How long it has waited for its first process; what has not begun waits until then. */
  public long waitMillis(long until) {
    return Math.max(0, (hasStarted() ? startedAt : endedAt > 0 ? endedAt : until) - submittedAt);
  }

  /**
   * How many times longer it took than it would have alone; run times under 10 s count as 10 s, so
   * that short jobs do not rule the mean (Feitelson et al., Theory and Practice in Parallel Job
   * Scheduling, 1997).
   */
  public double boundedSlowdown(long until) {
    double run = Math.max(busyMillis, SLOWDOWN_BOUND_MILLIS);
    return Math.max(1, (waitMillis(until) + busyMillis) / run);
  }
}
