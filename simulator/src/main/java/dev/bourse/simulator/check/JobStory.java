package dev.bourse.simulator.check;

import dev.bourse.core.event.Event;
import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.lifecycle.TaskLifecycle;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.topics.job.Backoff;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * One job, followed by its events: what a user was promised, written down a second time and in
 * other words than the core's.
 */
final class JobStory {

  private final JobSpec spec;
  private final Truth truth;
  private final Coverage coverage;
  private boolean cancelled;
  private boolean ended;
  private int attempts;
  private int failures;
  private long notBefore;
  private long epoch;
  private @Nullable TaskState state;
  private long sequence;
  private long runningSince;
  private @Nullable Reason killedFor;
  private @Nullable TaskEnded last;

  JobStory(JobSubmitted event, Truth truth, Coverage coverage) {
    this.spec = event.spec();
    this.truth = truth;
    this.coverage = coverage;
  }

  boolean isEnded() {
    return ended;
  }

  /**
   * Goes on.
   *
   * @param now the step's time, in epoch milliseconds
   * @param reported the sequence number of the report that the step is about; 0 for none
   */
  void take(Event event, long now, long reported) {
    if (ended) {
      throw new Violation("after the end of its job comes " + event);
    }
    switch (event) {
      case JobCancelRequested e -> cancelled = true;
      case TaskLaunched e -> launched(e, now);
      case TaskStatusChanged e -> changed(e, now, reported);
      case TaskKillRequested e -> killed(e, now);
      case TaskEnded e -> ended(e, reported);
      case JobRequeued e -> requeued(e, now);
      case JobEnded e -> ended(e);
      default -> {}
    }
  }

  /** Once its user has cancelled it, it has ended, or what runs of it is told to end. */
  void checkCancelled() {
    if (!ended && (!cancelled || state == null || killedFor == null)) {
      throw new Violation("a job is cancelled, and its attempt goes on: " + spec);
    }
  }

  private void launched(TaskLaunched e, long now) {
    expect(state == null, "is launched while an attempt is " + state, e);
    expect(e.attempt() == ++attempts, "must be launched as attempt " + attempts, e);
    expect(now >= notBefore, "must not be launched before " + notBefore + ", and it is " + now, e);
    expect(!cancelled, "is launched though it was cancelled", e);
    expect(e.resources().equals(spec.resources()), "asked for " + spec.resources(), e);
    expect(e.role().equals(spec.role()), "is of role " + spec.role(), e);
    epoch = e.epoch();
    state = TaskState.STAGING;
    sequence = 0;
    runningSince = 0;
    killedFor = null;
  }

  private void changed(TaskStatusChanged e, long now, long reported) {
    expect(state != null, "has no attempt", e);
    expect(!e.state().isTerminal(), "ends without an end", e);
    expect(
        state == e.state() || (state != null && TaskLifecycle.allows(state, e.state())),
        "is " + state,
        e);
    if (reported > 0) {
      expect(e.sequence() == reported && reported > sequence, "has heard " + sequence, e);
      sequence = reported;
    } else {
      expect(e.sequence() == sequence, "has heard " + sequence, e);
    }
    if (state == TaskState.UNREACHABLE && e.state() != TaskState.UNREACHABLE) {
      coverage.mark(Situation.AGENT_CAME_BACK_TO_ITS_TASKS);
    }
    if (e.state() == TaskState.RUNNING && runningSince == 0 && reported > 0) {
      runningSince = now;
    }
    state = e.state();
  }

  private void killed(TaskKillRequested e, long now) {
    expect(state != null, "has no attempt to end", e);
    switch (e.reason()) {
      case CANCELLED -> expect(cancelled, "was not cancelled", e);
      case MAX_COMPLETION_TIME_REACHED -> {
        coverage.mark(Situation.TASK_TIMED_OUT);
        expect(
            spec.timeoutMillis() > 0
                && runningSince > 0
                && now >= runningSince + spec.timeoutMillis(),
            "may run for " + spec.timeoutMillis() + " ms, since " + runningSince + " until " + now,
            e);
      }
      default -> expect(false, "is killed for no reason that is known", e);
    }
    killedFor = e.reason();
  }

  private void ended(TaskEnded e, long reported) {
    expect(state != null && TaskLifecycle.allows(state, e.state()), "is " + state, e);
    expect(e.state().isTerminal(), "must end", e);
    if (reported > 0) {
      truth.said(epoch, e.state(), e.exit().exitCode());
    }
    if (killedFor == Reason.MAX_COMPLETION_TIME_REACHED) {
      expect(e.state() != TaskState.KILLED, "was ended for its timeout, which is a failure", e);
    }
    state = null;
    last = e;
  }

  private void requeued(JobRequeued e, long now) {
    TaskEnded end = last;
    expect(state == null && end != null && end.state() != TaskState.FINISHED, "must not be", e);
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
    switch (e.state()) {
      case SUCCEEDED -> {
        coverage.mark(Situation.JOB_SUCCEEDED);
        expect(end != null && end.state() == TaskState.FINISHED, "did not finish", e);
      }
      case FAILED -> {
        coverage.mark(Situation.JOB_FAILED);
        expect(
            end != null && end.state() != TaskState.FINISHED && !isClustersFault(end), "why?", e);
        expect(!mayRetry(end), "has retries left", e);
      }
      case CANCELLED -> {
        coverage.mark(
            attempts == 0
                ? Situation.JOB_CANCELLED_WHILE_WAITING
                : Situation.JOB_CANCELLED_WHILE_RUNNING);
        expect(cancelled && state == null, "was not cancelled, or still runs", e);
      }
      default -> expect(false, "must not end so", e);
    }
    expect(e.state() == JobState.CANCELLED || end != null, "ends without an attempt", e);
    ended = true;
  }

  private boolean mayRetry(@Nullable TaskEnded end) {
    return end != null
        && failures < spec.retry().attempts()
        && spec.retry().covers(end.exit().exitCode(), end.reason());
  }

  private static boolean isClustersFault(@Nullable TaskEnded end) {
    return end != null && end.reason() != null && end.reason().isClusterFault();
  }

  private static void expect(boolean holds, String otherwise, Event event) {
    if (!holds) {
      throw new Violation("a job %s: %s".formatted(otherwise, event));
    }
  }
}
