package dev.bourse.simulator.check;

import dev.bourse.core.event.Event;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, followed by its events and by what caused them: what is said of it is what its agent
 * reported, or follows from the agent's silence and return.
 */
final class AttemptStory {

  private final TaskLaunched launch;
  private final JobSpec spec;
  private final Truth truth;
  private final Coverage coverage;
  private TaskState state = TaskState.STAGING;
  private long sequence;
  private long runningSince;
  private @Nullable Reason killedFor;

  AttemptStory(TaskLaunched launch, JobSpec spec, Truth truth, Coverage coverage) {
    this.launch = launch;
    this.spec = spec;
    this.truth = truth;
    this.coverage = coverage;
  }

  boolean isToldToEnd() {
    return killedFor != null;
  }

  void changed(TaskStatusChanged e, Command cause, long now) {
    expect(!e.state().isTerminal(), "ends without an end", e);
    expect(isPossible(state, e.state()), "is " + state, e);
    switch (cause) {
      case ReportStatus report -> reported(e, report, now);
      case MarkAgentUnreachable silence ->
          expect(e.state() == TaskState.UNREACHABLE, "is on an agent that is silent", e);
      case RegisterAgent arrival -> {
        expect(state == TaskState.UNREACHABLE, "was not UNREACHABLE but " + state, e);
        expect(e.state() == foundAs(arrival), "is " + foundAs(arrival) + " on its agent", e);
        coverage.mark(Situation.AGENT_CAME_BACK_TO_ITS_TASKS);
      }
      default -> expect(e.state() == state, "is " + state + ", and nothing changes that", e);
    }
    expect(e.sequence() == sequence, "has heard " + sequence, e);
    state = e.state();
    checkTimeout(e);
  }

  /** One that does not name it has not heard of it yet; an end is reported by itself. */
  private TaskState foundAs(RegisterAgent arrival) {
    for (TaskReport report : arrival.tasks()) {
      if (report.epoch() == launch.epoch()) {
        return report.state().isTerminal() ? TaskState.RUNNING : report.state();
      }
    }
    return TaskState.STAGING;
  }

  private void reported(TaskStatusChanged e, ReportStatus report, long now) {
    expect(report.sequence() > sequence, "has heard " + sequence, e);
    expect(e.state() == report.state(), "was reported as " + report, e);
    expect(e.startedAt() == report.startedAt(), "was reported as " + report, e);
    Reason reason = killedFor == null ? report.reason() : killedFor;
    expect(e.reason() == reason, "is where it is for " + reason, e);
    sequence = report.sequence();
    if (e.state() == TaskState.RUNNING && runningSince == 0) {
      runningSince = now;
    }
  }

  /** A process that runs may do so for as long as its job says, whoever is silent meanwhile. */
  private void checkTimeout(TaskStatusChanged e) {
    boolean limited = spec.timeoutMillis() > 0 && runningSince > 0 && killedFor == null;
    long until = limited ? runningSince + spec.timeoutMillis() : 0;
    expect(e.timeoutAt() == until, "may run until " + until, e);
  }

  void killed(TaskKillRequested e, Command cause, boolean cancelled, long now) {
    switch (e.reason()) {
      case CANCELLED -> expect(cancelled, "was not cancelled", e);
      case MAX_COMPLETION_TIME_REACHED -> {
        coverage.mark(Situation.TASK_TIMED_OUT);
        long until = runningSince + spec.timeoutMillis();
        expect(
            spec.timeoutMillis() > 0 && runningSince > 0 && now >= until,
            "may run until " + until + ", and it is " + now,
            e);
      }
      default -> expect(false, "is killed for no reason that is known", e);
    }
    boolean again = cause instanceof RegisterAgent && e.reason() == killedFor;
    expect(killedFor == null || again, "was told to end already, for " + killedFor, e);
    killedFor = e.reason();
  }

  void ended(TaskEnded e, Command cause) {
    expect(e.state().isTerminal(), "must end", e);
    switch (cause) {
      case ReportStatus report -> endReported(e, report);
      case RegisterAgent arrival when e.reason() == Reason.LAUNCH_NOT_DELIVERED ->
          expect(
              launch.epoch() <= arrival.lastEpoch(),
              "of epoch " + launch.epoch() + " is on its way to " + arrival,
              e);
      default -> expect(e.state() == TaskState.LOST, "was not reported by its agent", e);
    }
  }

  private void endReported(TaskEnded e, ReportStatus report) {
    boolean killed = killedFor != null && report.state() == TaskState.KILLED;
    boolean timedOut = killed && killedFor == Reason.MAX_COMPLETION_TIME_REACHED;
    TaskState end = timedOut ? TaskState.FAILED : report.state();
    Reason reason = killed ? killedFor : report.reason();
    expect(e.state() == end && e.reason() == reason, "is " + end + " for " + reason, e);
    expect(Objects.equals(e.exit(), report.exit()), "ended with " + report.exit(), e);
    truth.said(launch.epoch(), e.state(), e.exit().exitCode());
  }

  /** The ways of an attempt, written down a second time; the core's are in TaskLifecycle. */
  private static boolean isPossible(TaskState from, TaskState to) {
    return from == to
        || switch (from) {
          case STAGING ->
              to == TaskState.RUNNING || to == TaskState.KILLING || to == TaskState.UNREACHABLE;
          case RUNNING -> to == TaskState.KILLING || to == TaskState.UNREACHABLE;
          case KILLING -> to == TaskState.UNREACHABLE;
          case UNREACHABLE ->
              to == TaskState.STAGING || to == TaskState.RUNNING || to == TaskState.KILLING;
          default -> false;
        };
  }

  private void expect(boolean holds, String otherwise, Event event) {
    if (!holds) {
      throw new Violation("attempt %s %s: %s".formatted(launch.task(), otherwise, event));
    }
  }
}
