package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.JobArchived;
import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobExpired;
import dev.bourse.core.event.JobRejected;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.JobResubmitted;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.RowChange;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows every job from its submission to the day it is forgotten. */
final class JobStories {

  private final Map<JobId, JobStory> jobs = new TreeMap<>();
  private final Map<TaskId, JobId> owners = new TreeMap<>();
  private final Truth truth;
  private final Coverage coverage;
  private long lastEpoch;

  JobStories(Truth truth, Coverage coverage) {
    this.truth = truth;
    this.coverage = coverage;
  }

  void take(Envelope envelope, Outcome outcome) {
    for (Event event : outcome.events()) {
      take(event, envelope.command(), outcome.time());
    }
    if (envelope.command() instanceof CancelJob cancel) {
      @Nullable JobStory story = jobs.get(cancel.job());
      if (story != null) {
        story.checkCancelled();
      }
    }
    for (RowChange change : outcome.rows()) {
      if (change.row() instanceof JobRow row) {
        checkStart(row);
      }
    }
  }

  private void checkStart(JobRow row) {
    @Nullable JobStory story = jobs.get(row.id());
    if (story != null && row.progress().startedAt() != story.startedAt()) {
      throw new Violation(
          "job %s started at %d, but is said to have at %d"
              .formatted(row.id(), story.startedAt(), row.progress().startedAt()));
    }
  }

  private void take(Event event, Command cause, long now) {
    switch (event) {
      case JobSubmitted e -> {
        JobStory before = jobs.put(e.job(), new JobStory(e, truth, coverage));
        if (before != null) {
          throw new Violation("there is a job of this id already: " + e);
        }
      }
      case JobResubmitted e -> {
        coverage.mark(Situation.JOB_SUBMITTED_TWICE);
        story(e.job(), e);
      }
      case JobRejected e -> {
        coverage.mark(Situation.JOB_REJECTED);
        if (jobs.containsKey(e.job())) {
          throw new Violation("a job is there and rejected: " + e);
        }
      }
      case JobCancelRequested e -> story(e.job(), e).take(e, cause, now);
      case JobRequeued e -> story(e.job(), e).take(e, cause, now);
      case JobEnded e -> story(e.job(), e).take(e, cause, now);
      case JobArchived e -> story(e.job(), e).take(e, cause, now);
      case JobExpired e -> expired(e, now);
      case TaskLaunched e -> launched(e, cause, now);
      case TaskStatusChanged e -> ofTask(e.task(), e, cause, now);
      case TaskKillRequested e -> ofTask(e.task(), e, cause, now);
      case TaskEnded e -> ofTask(e.task(), e, cause, now);
      default -> {}
    }
  }

  private void launched(TaskLaunched e, Command cause, long now) {
    if (e.epoch() <= lastEpoch) {
      throw new Violation("epochs rise, and the last was " + lastEpoch + ": " + e);
    }
    lastEpoch = e.epoch();
    owners.put(e.task(), e.job());
    story(e.job(), e).take(e, cause, now);
  }

  private void ofTask(TaskId task, Event event, Command cause, long now) {
    if (task.framework() != null) {
      return;
    }
    JobId job = owners.get(task);
    if (job == null) {
      throw new Violation("there is no such task: " + event);
    }
    story(job, event).take(event, cause, now);
  }

  private void expired(JobExpired e, long now) {
    coverage.mark(Situation.JOB_EXPIRED);
    JobStory story = jobs.remove(e.job());
    if (story != null) {
      story.checkForgotten(e, now);
    }
  }

  private JobStory story(JobId job, Event event) {
    @Nullable JobStory story = jobs.get(job);
    if (story == null) {
      throw new Violation("there is no such job: " + event);
    }
    return story;
  }
}
