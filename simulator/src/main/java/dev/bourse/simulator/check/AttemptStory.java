package dev.bourse.simulator.check;

import dev.bourse.core.event.Event;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, followed by its events and by what caused them: what is said of it is what its agent
 * reported, or follows from the agent's silence and return.
 */
final class AttemptStory {

  private final TaskId task;
  private final long epoch;
  private final long mostMillis;
  private final Truth truth;
  private final Coverage coverage;
  private TaskState state = TaskState.STAGING;
  private long sequence;
  private long runningSince;
  private @Nullable Reason killedFor;

  /**
   * A launch.
   *
   * @param mostMillis how long it may run; 0 for ever
   */
  AttemptStory(TaskId task, long epoch, long mostMillis, Truth truth, Coverage coverage) {
    this.task = task;
    this.epoch = epoch;
    this.mostMillis = mostMillis;
    this.truth = truth;
    this.coverage = coverage;
  }

  boolean isToldToEnd() {
    return killedFor != null;
  }

  TaskState state() {
    return state;
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
      if (report.epoch() == epoch) {
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
    boolean limited = mostMillis > 0 && runningSince > 0 && killedFor == null;
    long until = limited ? runningSince + mostMillis : 0;
    expect(e.timeoutAt() == until, "may run until " + until, e);
  }

  /**
   * It is told to end.
   *
   * @param wanted whether somebody wants that for this reason; of a timeout it is known here
   */
  void killed(TaskKillRequested e, Command cause, boolean wanted, long now) {
    switch (e.reason()) {
      case CANCELLED, AGENT_DRAINING, FRAMEWORK_REMOVED, PREEMPTED, TASK_GROUP_ENDED ->
          expect(wanted || e.reason() == killedFor, "is not wanted to end for this", e);
      case MAX_COMPLETION_TIME_REACHED -> {
        coverage.mark(Situation.TASK_TIMED_OUT);
        long until = runningSince + mostMillis;
        expect(
            mostMillis > 0 && runningSince > 0 && now >= until,
            "may run until " + until + ", and it is " + now,
            e);
      }
      default -> expect(false, "is killed for no reason that is known", e);
    }
    boolean arrived = cause instanceof RegisterAgent && e.reason() == killedFor;
    boolean hastened = cause instanceof DrainAgent drain && drain.maxGraceMillis() != null;
    boolean repeated = cause instanceof KillTasks && e.reason() == killedFor;
    expect(
        killedFor == null || arrived || hastened || repeated,
        "was told to end already, for " + killedFor,
        e);
    killedFor = e.reason();
  }

  void ended(TaskEnded e, Command cause) {
    expect(e.state().isTerminal(), "must end", e);
    switch (cause) {
      case ReportStatus report -> endReported(e, report);
      case RegisterAgent arrival when e.reason() == Reason.LAUNCH_NOT_DELIVERED ->
          expect(
              epoch <= arrival.lastEpoch(),
              "of epoch " + epoch + " is on its way to " + arrival,
              e);
      case MarkAgentGone gone ->
          expect(e.state() == TaskState.GONE_BY_OPERATOR, "is on " + gone.agent(), e);
      case StartMaintenance down ->
          expect(e.state() == TaskState.GONE, "is on one of " + down.agents(), e);
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
    truth.said(epoch, e.state(), e.exit().exitCode());
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
      throw new Violation("attempt %s %s: %s".formatted(task, otherwise, event));
    }
  }
}
