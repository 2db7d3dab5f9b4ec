package dev.bourse.core;

import dev.bourse.core.event.JobRejected;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.task.Attempt;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.FrameworkState;
import dev.bourse.topics.view.FrameworkView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.RoleView;
import dev.bourse.topics.view.TaskView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public form of rows. */
final class Views {

  private Views() {}

  static AgentView of(AgentRow agent) {
    return new AgentView(
        agent.id(),
        agent.state(),
        agent.hostname(),
        agent.offered(),
        agent.attributes(),
        agent.isolation(),
        agent.version(),
        agent.registration(),
        agent.registeredAt(),
        agent.changedAt(),
        agent.region(),
        agent.zone(),
        agent.upkeep());
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

  static FrameworkView of(FrameworkRow framework) {
    return new FrameworkView(
        framework.id(),
        framework.state(),
        framework.info(),
        new ArrayList<>(framework.suppressed()),
        framework.subscribedAt(),
        framework.changedAt(),
        framework.state() == FrameworkState.DISCONNECTED ? framework.timerAt() : 0,
        framework.message());
  }

  static RoleView of(String role, RoleSettings settings) {
    return new RoleView(role, settings.weight(), settings.limit(), settings.guarantee());
  }

  static TaskView of(TaskRow task, @Nullable JobRow job) {
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
        job == null ? List.of() : job.history(),
        task.framework());
  }
}
