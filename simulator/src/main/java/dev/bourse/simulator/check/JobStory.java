package dev.bourse.simulator.check;

import dev.bourse.core.event.Event;
import dev.bourse.core.event.JobArchived;
import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.Backoff;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * One job, followed by its events: what a user was promised, written down a second time and in
 * other words than the core's.
 */
final class JobStory {

  private final JobId id;
  private final JobSpec spec;
  private final Truth truth;
  private final Coverage coverage;
  private boolean cancelled;
  private boolean ended;
  private int attempts;
  private int failures;
  private long notBefore;
  private long startedAt;
  private long forgettableAt;
  private @Nullable AttemptStory attempt;
  private @Nullable TaskEnded last;

  JobStory(JobSubmitted event, Truth truth, Coverage coverage) {
    this.id = event.job();
    this.spec = event.spec();
    this.truth = truth;
    this.coverage = coverage;
  }

  /** When its first process started, in epoch milliseconds; 0 before. */
  long startedAt() {
    return startedAt;
  }

  /** Goes on, at the time of the step, in epoch milliseconds. */
  void take(Event event, Command cause, long now) {
    if (event instanceof JobArchived e) {
      archived(e, now);
      return;
    }
    expect(!ended, "is over", event);
    switch (event) {
      case JobCancelRequested e -> cancelled = true;
      case TaskLaunched e -> launched(e, now);
      case TaskStatusChanged e -> changed(e, cause, now);
      case TaskKillRequested e -> present(e).killed(e, cause, isWanted(e, cause), now);
      case TaskEnded e -> ended(e, cause);
      case JobRequeued e -> requeued(e, now);
      case JobEnded e -> ended(e);
      default -> {}
    }
  }

  private boolean isWanted(TaskKillRequested e, Command cause) {
    return switch (e.reason()) {
      case CANCELLED -> cancelled;
      case AGENT_DRAINING -> cause instanceof DrainAgent;
      case PREEMPTED -> spec.mayBePreempted() && attempt != null && !attempt.isToldToEnd();
      default -> false;
    };
  }

  /** Once its user has cancelled it, it has ended, or what runs of it is told to end. */
  void checkCancelled() {
    boolean told = cancelled && attempt != null && attempt.isToldToEnd();
    if (!ended && !told) {
      throw new Violation("job %s is cancelled, and goes on".formatted(id));
    }
  }

  /** What is to be remembered for a time is. */
  void checkForgotten(Event event, long now) {
    expect(ended && now >= forgettableAt, "is to be remembered until " + forgettableAt, event);
  }

  private void launched(TaskLaunched e, long now) {
    AttemptStory before = attempt;
    expect(before == null, "is launched while an attempt is there", e);
    expect(e.attempt() == ++attempts, "must be launched as attempt " + attempts, e);
    expect(now >= notBefore, "must not be launched before " + notBefore + ", and it is " + now, e);
    expect(!cancelled, "is launched though it was cancelled", e);
    expect(Wishes.flat(e.resources()).equals(spec.resources()), "asked for " + spec.resources(), e);
    expect(e.role().equals(spec.role()), "is of role " + spec.role(), e);
    attempt = new AttemptStory(e.task(), e.epoch(), spec.timeoutMillis(), truth, coverage);
  }

  private void changed(TaskStatusChanged e, Command cause, long now) {
    present(e).changed(e, cause, now);
    if (e.state() == TaskState.RUNNING && startedAt == 0) {
      startedAt = e.startedAt();
    }
  }

  private void ended(TaskEnded e, Command cause) {
    present(e).ended(e, cause);
    attempt = null;
    last = e;
  }

  private AttemptStory present(Event event) {
    AttemptStory present = attempt;
    if (present == null) {
      throw new Violation("job %s has no attempt: %s".formatted(id, event));
    }
    return present;
  }

  private void requeued(JobRequeued e, long now) {
    TaskEnded end = last;
    expect(attempt == null && end != null && end.state() != TaskState.FINISHED, "must not be", e);
    expect(!cancelled, "was cancelled", e);
    if (isClustersFault(end)) {
      coverage.mark(Situation.JOB_RETRIED_FOR_THE_CLUSTERS_FAULT);
      expect(!e.counts(), "is not to blame", e);
      checkDelay(e, now, Backoff.DEFAULT, attempts);
    } else {
      coverage.mark(Situation.JOB_RETRIED_FOR_ITS_OWN_FAULT);
      expect(e.counts() && mayRetry(end), "has failed " + failures + " times before", e);
      checkDelay(e, now, spec.retry().backoff(), ++failures);
    }
    notBefore = e.retryAt();
    last = null;
  }

  private void checkDelay(JobRequeued e, long now, Backoff backoff, int n) {
    long wait = backoff.millisBefore(n);
    long spread = wait * backoff.jitterThousandths() / 1_000;
    long delay = e.retryAt() - now;
    expect(
        delay >= wait - spread && delay <= wait + spread,
        "waits for " + delay + " ms instead of " + wait + " ± " + spread,
        e);
  }

  private void ended(JobEnded e) {
    TaskEnded end = last;
    boolean finished = end != null && end.state() == TaskState.FINISHED;
    expect(attempt == null, "still has an attempt", e);
    switch (e.state()) {
      case SUCCEEDED -> {
        coverage.mark(Situation.JOB_SUCCEEDED);
        expect(finished, "did not finish", e);
      }
      case FAILED -> {
        coverage.mark(Situation.JOB_FAILED);
        expect(end != null && !finished && !isClustersFault(end), "must not fail", e);
        expect(cancelled || !mayRetry(end), "has retries left", e);
      }
      case CANCELLED -> {
        coverage.mark(
            attempts == 0
                ? Situation.JOB_CANCELLED_WHILE_WAITING
                : Situation.JOB_CANCELLED_WHILE_RUNNING);
        expect(cancelled, "was not cancelled", e);
        expect(!finished, "finished before it was ended", e);
      }
      default -> expect(false, "must not end so", e);
    }
    expect(e.state() == JobState.CANCELLED || end != null, "ends without an attempt", e);
    ended = true;
  }

  private void archived(JobArchived e, long now) {
    expect(ended, "is not over", e);
    forgettableAt = now + spec.ttlMillis();
    expect(e.expiresAt() == forgettableAt, "is to be remembered until " + forgettableAt, e);
  }

  private boolean mayRetry(@Nullable TaskEnded end) {
    return end != null
        && failures < spec.retry().attempts()
        && spec.retry().covers(end.exit().exitCode(), end.reason());
  }

  private static boolean isClustersFault(@Nullable TaskEnded end) {
    return end != null && end.reason() != null && end.reason().isClusterFault();
  }

  private void expect(boolean holds, String otherwise, Event event) {
    if (!holds) {
      throw new Violation("job %s %s: %s".formatted(id, otherwise, event));
    }
  }
}
