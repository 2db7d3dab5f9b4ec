package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.AgentForgotten;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.RegistrationQuestioned;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.TaskRow;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.task.Reason;
import org.jspecify.annotations.Nullable;

/** Notes what the committed steps came across. */
final class Sightings {

  private final Coverage coverage;

  Sightings(Coverage coverage) {
    this.coverage = coverage;
  }

  void before(Envelope envelope, ClusterState state) {
    if (envelope.command() instanceof ReportStatus report) {
      TaskRow task = state.task(report.task());
      if (task == null || task.epoch() != report.epoch()) {
        coverage.mark(Situation.STATUS_OF_AN_OLD_ATTEMPT);
      } else if (report.sequence() <= task.status().sequence()) {
        coverage.mark(Situation.STATUS_CAME_AGAIN);
      }
    }
    if (envelope.command() instanceof RegisterAgent arrival) {
      AgentRow agent = state.agent(arrival.agent());
      if (agent != null
          && !agent.incarnation().equals(arrival.incarnation())
          && agent.hasSeenTheLastOf(arrival.incarnation(), arrival.run())) {
        coverage.mark(Situation.REGISTRATION_OF_A_LOST_DISK_REFUSED);
      }
    }
    if (envelope.command() instanceof SubmitJob && !state.pending().isEmpty()) {
      coverage.mark(Situation.QUEUE_WAITED_FOR_ROOM);
    }
  }

  void after(Envelope envelope, Outcome outcome) {
    outcome.events().forEach(event -> see(event, envelope));
    if (outcome.rejection() != null) {
      switch (envelope.command()) {
        case SubmitJob c -> coverage.mark(Situation.JOB_CONFLICT_REFUSED);
        case RegisterAgent c -> coverage.mark(Situation.REGISTRATION_REFUSED);
        default -> {}
      }
    }
  }

  private void see(Event event, Envelope envelope) {
    switch (event) {
      case AgentBecameUnreachable e -> coverage.mark(Situation.AGENT_UNREACHABLE);
      case AgentForgotten e -> coverage.mark(Situation.AGENT_FORGOTTEN);
      case StaleAttemptFound e -> {
        if (envelope.command() instanceof RegisterAgent) {
          coverage.mark(Situation.TASK_STALE_ON_RETURN);
        }
      }
      case RegistrationQuestioned e -> coverage.mark(Situation.REGISTRATION_QUESTIONED);
      case TaskEnded e -> see(e.reason(), envelope);
      default -> {}
    }
  }

  private void see(@Nullable Reason reason, Envelope envelope) {
    if (envelope.command() instanceof ReportStatus || reason == null) {
      return;
    }
    switch (reason) {
      case AGENT_REMOVED -> coverage.mark(Situation.AGENT_REMOVED_WITH_TASKS);
      case AGENT_RESTARTED -> coverage.mark(Situation.TASK_LOST_WITH_ITS_DISK);
      case LAUNCH_NOT_DELIVERED -> coverage.mark(Situation.LAUNCH_NOT_DELIVERED);
      default -> {}
    }
  }
}
