package dev.bourse.simulator.workload;

import dev.bourse.core.Outcome;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.state.ClusterState;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Measures what steps come to, whether they are recorded or modelled: the same in both. */
public final class Meter {

  private static final class Job {
    private final JobSubmitted submitted;
    private boolean waiting = true;
    private long startedAt;
    private long runningSince;
    private long endedAt;
    private JobState state = JobState.QUEUED;
    private int attempts;
    private int lost;
    private long busyMillis;

    private Job(JobSubmitted submitted) {
      this.submitted = submitted;
    }

    private JobResult result() {
      return new JobResult(
          submitted.job().value(),
          submitted.spec().role(),
          submitted.at(),
          startedAt,
          endedAt,
          state,
          attempts,
          lost,
          busyMillis,
          submitted.spec().resources().scalar(Resources.CPUS));
    }
  }

  private final Map<JobId, Job> jobs = new TreeMap<>();
  private final List<Job> all = new ArrayList<>();
  private final Map<TaskId, Job> tasks = new TreeMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private long used;
  private int waiting;
  private long now;

  /** Takes in a step. */
  public void take(Outcome outcome, ClusterState state) {
    now = outcome.time();
    for (Event event : outcome.events()) {
      take(event);
    }
    sample(new Sample(now, state.total().get(Resources.CPUS), used, waiting));
  }

  private void sample(Sample sample) {
    if (!samples.isEmpty() && samples.getLast().at() == sample.at()) {
      samples.removeLast();
    }
    samples.add(sample);
  }

  private void take(Event event) {
    switch (event) {
      case JobSubmitted e -> {
        Job job = new Job(e);
        jobs.put(e.job(), job);
        all.add(job);
        waiting++;
      }
      case TaskLaunched e -> launched(e);
      case TaskStatusChanged e -> running(e);
      case TaskEnded e -> ended(e);
      case JobRequeued e -> wait(jobs.get(e.job()), true);
      case JobEnded e -> ended(e);
      default -> {}
    }
  }

  private void launched(TaskLaunched e) {
    Job job = jobs.get(e.job());
    if (job != null) {
      tasks.put(e.task(), job);
      job.attempts = e.attempt();
      job.runningSince = 0;
      wait(job, false);
      used += job.submitted.spec().resources().scalar(Resources.CPUS);
    }
  }

  private void running(TaskStatusChanged e) {
    Job job = tasks.get(e.task());
    if (job != null && e.state() == TaskState.RUNNING && job.runningSince == 0) {
      job.runningSince = now;
      job.startedAt = job.startedAt == 0 ? now : job.startedAt;
      job.state = JobState.RUNNING;
    }
  }

  private void ended(TaskEnded e) {
    Job job = tasks.remove(e.task());
    if (job == null) {
      return;
    }
    used -= job.submitted.spec().resources().scalar(Resources.CPUS);
    if (job.runningSince > 0) {
      job.busyMillis += now - job.runningSince;
    } else if (e.state() == TaskState.FINISHED || e.state() == TaskState.FAILED) {
      // So short that its start and its end came in one report.
      job.startedAt = job.startedAt == 0 ? now : job.startedAt;
    }
    if (e.reason() != null && e.reason().isClusterFault()) {
      job.lost++;
    }
  }

  private void ended(JobEnded e) {
    Job job = jobs.get(e.job());
    if (job != null) {
      wait(job, false);
      job.state = e.state();
      job.endedAt = now;
    }
  }

  private void wait(@Nullable Job job, boolean waits) {
    if (job != null && job.waiting != waits) {
      job.waiting = waits;
      waiting += waits ? 1 : -1;
    }
  }

  /** What became of every job, in order of submission. */
  public List<JobResult> results() {
    return all.stream().map(Job::result).toList();
  }

  /** The cluster over time. */
  public List<Sample> samples() {
    return samples;
  }

  /** The time of the last step, in epoch milliseconds. */
  public long now() {
    return now;
  }
}
