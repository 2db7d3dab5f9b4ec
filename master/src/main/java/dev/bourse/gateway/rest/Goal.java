package dev.bourse.gateway.rest;

import dev.bourse.topics.job.JobState;
import dev.bourse.topics.view.JobView;
import java.util.Locale;
import java.util.function.Predicate;

/** What a submission may wait for. A job that is over has reached every goal. */
enum Goal implements Predicate<JobView> {
  /** Accepted or rejected. */
  DECIDED {
    @Override
    public boolean test(JobView job) {
      return true;
    }
  },
  /** Its process runs, or ran before. */
  RUNNING {
    @Override
    public boolean test(JobView job) {
      return job.state() == JobState.RUNNING || job.startedAt() > 0 || job.state().isTerminal();
    }
  },
  /** Over. */
  DONE {
    @Override
    public boolean test(JobView job) {
      return job.state().isTerminal();
    }
  };

  static Goal of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
