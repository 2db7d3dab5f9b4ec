package dev.bourse.core.state.table;

import dev.bourse.core.state.Clients;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.PendingJobs;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The jobs that wait for resources, by role: an index over jobs that follows every change. */
final class PendingIndex {

  private final TreeMap<String, PendingJobs> byRole = new TreeMap<>();
  private final UntriedIndex untried;
  private final ShareIndex shares;

  PendingIndex(UntriedIndex untried, ShareIndex shares) {
    this.untried = untried;
    this.shares = shares;
  }

  void add(JobRow job) {
    if (job.isPending()) {
      PendingQueue queue =
          (PendingQueue) byRole.computeIfAbsent(job.spec().role(), role -> new PendingQueue());
      if (queue.add(job)) {
        untried.add(job.spec().resources());
      }
      if (job.spec().timeoutMillis() > 0) {
        untried.addFiller();
      }
      shares.activate(job.spec().role(), Clients.JOBS);
    }
  }

  void remove(JobRow job) {
    if (job.isPending() && byRole.get(job.spec().role()) instanceof PendingQueue queue) {
      queue.remove(job);
      // Of those behind it, another may be looked at now who is soon gone.
      untried.addFiller();
      if (queue.size() == 0) {
        byRole.remove(job.spec().role());
        shares.deactivate(job.spec().role(), Clients.JOBS);
      }
    }
  }

  /** All that is asked for is to be tried again. */
  void wantAll() {
    for (PendingJobs queue : byRole.values()) {
      ((PendingQueue) queue).requests().forEach(untried::add);
    }
  }

  SortedMap<String, PendingJobs> byRole() {
    return Collections.unmodifiableSortedMap(byRole);
  }

  void clear() {
    byRole.clear();
  }
}
