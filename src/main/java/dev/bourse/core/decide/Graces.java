package dev.bourse.core.decide;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.job.JobSpec;

/** How long attempts get between TERM and KILL. */
final class Graces {

  private Graces() {}

  /** Of an attempt, in milliseconds, as whoever launched it wants it. */
  static long of(TaskRow task, ClusterState state) {
    if (task.terms() != null) {
      return task.terms().killGraceMillis();
    }
    JobRow job = task.job() == null ? null : state.job(task.job());
    return job == null ? JobSpec.DEFAULT_KILL_GRACE_MILLIS : job.spec().killGraceMillis();
  }
}
