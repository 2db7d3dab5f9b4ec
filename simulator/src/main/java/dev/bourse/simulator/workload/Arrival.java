package dev.bourse.simulator.workload;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobSpec;
import java.util.List;

/**
 * A job that comes.
 *
 * @param id its id
 * @param spec what it asks for
 * @param at when it is submitted, in epoch milliseconds
 * @param runs what its attempts do; the last one counts for all that follow
 * @param cancelAt when its user takes it back, in epoch milliseconds; 0 for never
 * @param assumed whether its run time is not known, and was taken from others
 */
public record Arrival(
    JobId id, JobSpec spec, long at, List<Run> runs, long cancelAt, boolean assumed) {

  /** Checks and copies. */
  public Arrival {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("runs: is empty, but " + id + " must do something");
    }
  }

  /** What an attempt does, from 1. */
  Run run(int attempt) {
    return runs.get(Math.min(attempt, runs.size()) - 1);
  }

  /** The same job asking for something else. */
  public Arrival withSpec(JobSpec other) {
    return new Arrival(id, other, at, runs, cancelAt, assumed);
  }

  /** The same job doing something else. */
  public Arrival withRuns(List<Run> other) {
    return new Arrival(id, spec, at, other, cancelAt, assumed);
  }
}
