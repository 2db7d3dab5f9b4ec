package dev.bourse.core.allocator.room;

import dev.bourse.core.allocator.embedded.EmbeddedScheduler;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.TaskRow;

/** How urgent tasks are, whoever launched them. */
final class Standings {

  private final EmbeddedScheduler jobs;
  private final ClusterState state;

  Standings(EmbeddedScheduler jobs, ClusterState state) {
    this.jobs = jobs;
    this.state = state;
  }

  boolean isPreemptible(TaskRow task) {
    if (task.killReason() != null) {
      return false;
    }
    TaskRow.Terms terms = task.terms();
    EmbeddedScheduler.Standing standing = terms == null ? jobs.standing(task, state) : null;
    return terms == null ? standing != null && standing.preemptible() : terms.preemptible();
  }

  /** The priority of a job's task; a framework has its own order, and its tasks have none. */
  int priority(TaskRow task) {
    EmbeddedScheduler.Standing standing = task.job() == null ? null : jobs.standing(task, state);
    return standing == null ? Integer.MAX_VALUE : standing.priority();
  }

  /** When a task has ended at the latest, in epoch milliseconds; the largest number for never. */
  long endsBy(TaskRow task, long now) {
    if (task.status().timeoutAt() > 0) {
      return task.status().timeoutAt();
    }
    if (task.killReason() != null) {
      // It has its grace, and then it is over.
      return now;
    }
    long most = most(task);
    boolean runs = task.status().startedAt() > 0;
    return most == 0 || runs ? Long.MAX_VALUE : now + most;
  }

  private long most(TaskRow task) {
    if (task.terms() != null) {
      return task.terms().maxCompletionMillis();
    }
    EmbeddedScheduler.Standing standing = jobs.standing(task, state);
    return standing == null ? 0 : standing.mostMillis();
  }
}
