package dev.bourse.agent.machine;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, from its launch to the acknowledgement of its last report.
 *
 * <pre>
 *   STARTING ──▶ RUNNING ──▶ KILLING
 *      │            │           │
 *      └────────────┴─────┬─────┘
 *                         ▼
 *                     DRAINING ──▶ ENDED ──▶ forgotten
 *                  (output is sent)  (last report is sent until acknowledged)
 * </pre>
 *
 * <p>Sequence numbers follow from the phases, so that they need not be on disk: 1 is RUNNING,
 * KILLING comes next, the last report follows what was said before.
 */
final class Attempt {

  private static final long FIRST_WAIT_MILLIS = 10_000;
  private static final long MAX_WAIT_MILLIS = 600_000;

  /** A process that survives KILL hangs in the kernel; it is told again now and then. */
  private static final long KILL_AGAIN_MILLIS = 10_000;

  private enum Phase {
    STARTING,
    RUNNING,
    KILLING,
    DRAINING,
    ENDED
  }

  private final AttemptKey key;
  private final Reports reports;
  private final Resend resend = new Resend(FIRST_WAIT_MILLIS, MAX_WAIT_MILLIS);
  private final long startedAt;
  private long graceMillis;
  private Phase phase = Phase.STARTING;
  private TaskState sentState = TaskState.STAGING;
  private long sequence;
  private @Nullable ReportStatus report;
  private boolean killRequested;
  private @Nullable Reason killReason;
  private long killAt = Resend.NEVER;

  /**
   * An attempt that is about to start.
   *
   * @param startedAt when, in epoch milliseconds; 0 for one that never will
   */
  Attempt(AttemptKey key, Reports reports, long startedAt, long graceMillis) {
    this.key = key;
    this.reports = reports;
    this.startedAt = startedAt;
    this.graceMillis = graceMillis;
  }

  /** Takes up what an earlier run of the agent has left. */
  void recover(RecoveredAttempt found, long now, Consumer<Action> out) {
    switch (found.fate()) {
      case RecoveredAttempt.Fate.NotStarted() ->
          dropped(
              Reason.AGENT_RESTARTED, "the agent was restarted before it started this", now, out);
      case RecoveredAttempt.Fate.Reported(ReportStatus last) -> drain(last, out);
      case RecoveredAttempt.Fate.Running() -> {
        recoverRunning(found.killRequestedAt());
        if (phase == Phase.KILLING) {
          out.accept(new Action.SignalGroup(key, Action.Signal.TERM));
        }
        say(reports.live(key, sequence, sentState, startedAt), now, out);
      }
      case RecoveredAttempt.Fate.Ended(ProcessEnd end) -> {
        recoverRunning(found.killRequestedAt());
        ended(end, out);
      }
    }
  }

  private void recoverRunning(@Nullable Long killRequestedAt) {
    sequence = 1;
    phase = Phase.RUNNING;
    sentState = TaskState.RUNNING;
    if (killRequestedAt != null) {
      sequence = 2;
      phase = Phase.KILLING;
      sentState = TaskState.KILLING;
      killRequested = true;
      killAt = killRequestedAt + graceMillis;
    }
  }

  void started(long now, Consumer<Action> out) {
    phase = Phase.RUNNING;
    sentState = TaskState.RUNNING;
    say(reports.live(key, ++sequence, TaskState.RUNNING, startedAt), now, out);
    if (killRequested) {
      beginKill(now, out);
    }
  }

  void startFailed(@Nullable Integer exitCode, String message, long now, Consumer<Action> out) {
    conclude(
        reports.neverRan(
            key, ++sequence, TaskState.FAILED, Reason.LAUNCH_FAILED, message, exitCode, now),
        out);
  }

  /** It never started and never will. */
  void dropped(Reason reason, String message, long now, Consumer<Action> out) {
    conclude(reports.neverRan(key, ++sequence, TaskState.DROPPED, reason, message, null, now), out);
  }

  /** It is not known here, so there is no output either. */
  void unknown(long now, Consumer<Action> out) {
    ReportStatus last =
        reports.neverRan(
            key,
            ++sequence,
            TaskState.DROPPED,
            Reason.LAUNCH_NOT_DELIVERED,
            "the agent does not know this attempt",
            null,
            now);
    out.accept(new Action.SaveOutcome(last));
    phase = Phase.ENDED;
    sentState = last.state();
    say(last, now, out);
  }

  /**
   * Asks for its end; harmless when repeated.
   *
   * @param reason why, where the agent itself asks for it
   */
  void kill(long grace, @Nullable Reason reason, long now, Consumer<Action> out) {
    switch (phase) {
      case STARTING -> {
        killRequested = true;
        killReason = reason;
        graceMillis = grace;
      }
      case RUNNING -> {
        killReason = reason;
        graceMillis = grace;
        beginKill(now, out);
      }
      case KILLING -> killAt = Math.min(killAt, now + grace);
      case DRAINING, ENDED -> {
        // Its last report is on its way, or is repeated until acknowledged.
      }
    }
  }

  /** With the grace it was launched with. */
  void kill(Reason reason, long now, Consumer<Action> out) {
    kill(graceMillis, reason, now, out);
  }

  private void beginKill(long now, Consumer<Action> out) {
    killRequested = true;
    phase = Phase.KILLING;
    sentState = TaskState.KILLING;
    killAt = now + graceMillis;
    out.accept(new Action.RecordKill(key, graceMillis, now));
    out.accept(new Action.SignalGroup(key, Action.Signal.TERM));
    say(reports.live(key, ++sequence, TaskState.KILLING, startedAt), now, out);
  }

  void ended(ProcessEnd end, Consumer<Action> out) {
    if (phase != Phase.RUNNING && phase != Phase.KILLING) {
      return;
    }
    if (end.status() == null) {
      // Whoever watched it is gone; nothing of it may be left behind.
      out.accept(new Action.SignalGroup(key, Action.Signal.KILL));
    }
    conclude(reports.ended(key, ++sequence, startedAt, killRequested, killReason, end), out);
  }

  private void conclude(ReportStatus last, Consumer<Action> out) {
    out.accept(new Action.SaveOutcome(last));
    drain(last, out);
  }

  private void drain(ReportStatus last, Consumer<Action> out) {
    phase = Phase.DRAINING;
    killAt = Resend.NEVER;
    resend.stop();
    report = last;
    sequence = last.sequence();
    out.accept(new Action.DrainOutput(key));
  }

  void drained(long now, Consumer<Action> out) {
    if (phase == Phase.DRAINING && report != null) {
      phase = Phase.ENDED;
      sentState = report.state();
      say(report, now, out);
    }
  }

  /** Whether it may be forgotten. */
  boolean acknowledged(long upTo) {
    if (upTo < sequence || phase == Phase.DRAINING) {
      return false;
    }
    resend.stop();
    return phase == Phase.ENDED;
  }

  void tick(long now, Consumer<Action> out) {
    if (killAt <= now) {
      killAt = now + KILL_AGAIN_MILLIS;
      out.accept(new Action.SignalGroup(key, Action.Signal.KILL));
    }
    if (report != null && resend.isDue(now)) {
      out.accept(new Action.SendStatus(report));
    }
  }

  long nextDue() {
    return Math.min(killAt, resend.dueAt());
  }

  /** Whether there is, or will be, a process or output of it. */
  boolean isLive() {
    return phase != Phase.ENDED;
  }

  TaskReport asRegistered() {
    return new TaskReport(key.task(), key.attempt(), key.epoch(), sentState);
  }

  private void say(ReportStatus next, long now, Consumer<Action> out) {
    report = next;
    out.accept(new Action.SendStatus(next));
    resend.start(now);
  }
}
