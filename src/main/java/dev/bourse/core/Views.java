package dev.bourse.core;

import dev.bourse.core.event.JobRejected;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.task.Attempt;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.TaskView;
import java.util.List;

/** The public form of rows. */
final class Views {

  private Views() {}

  static AgentView of(AgentRow agent) {
    return new AgentView(
        agent.id(),
        agent.state(),
        agent.hostname(),
        agent.resources(),
        agent.attributes(),
        agent.isolation(),
        agent.version(),
        agent.registration(),
        agent.registeredAt(),
        agent.changedAt());
  }

  static JobView of(JobRow job) {
    JobRow.Progress progress = job.progress();
    Attempt last = job.lastAttempt();
    return new JobView(
        job.id(),
        progress.state(),
        job.spec(),
        job.fingerprint(),
        progress.reason(),
        progress.message(),
        List.of(),
        job.task(),
        progress.attempts(),
        progress.cancelling(),
        last == null ? null : last.exit(),
        job.submittedAt(),
        progress.startedAt(),
        progress.endedAt(),
        progress.retryAt(),
        job.position());
  }

  static JobView rejected(JobRejected event) {
    return new JobView(
        event.job(),
        JobState.REJECTED,
        null,
        "",
        null,
        "the document is not valid",
        event.errors(),
        null,
        0,
        false,
        null,
        event.at(),
        0,
        event.at(),
        0,
        event.position());
  }

  static TaskView of(TaskRow task, JobRow job) {
    TaskRow.Status status = task.status();
    return new TaskView(
        task.id(),
        task.job(),
        status.state(),
        task.attempt(),
        task.epoch(),
        task.agent(),
        task.role(),
        task.resources(),
        status.reason(),
        status.message(),
        status.exit(),
        task.launchedAt(),
        status.startedAt(),
        job.history());
  }
}
