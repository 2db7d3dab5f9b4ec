package dev.bourse.agent.machine;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import org.jspecify.annotations.Nullable;

/** The wording of reports. */
final class Reports {

  private static final int SIGNAL_BASE = 128;
  private static final int MAX_SIGNAL = 64;
  private static final int MAX_MESSAGE = 4_096;

  private final AgentId agent;

  Reports(AgentId agent) {
    this.agent = agent;
  }

  /** A report of something that runs. */
  ReportStatus live(AttemptKey key, long sequence, TaskState state, long startedAt) {
    return report(key, sequence, state, null, null, startedAt, null);
  }

  /** A report of something that never ran. */
  ReportStatus neverRan(
      AttemptKey key,
      long sequence,
      TaskState state,
      Reason reason,
      String message,
      @Nullable Integer exitCode,
      long now) {
    TaskExit exit = new TaskExit(exitCode, null, 0, now);
    return report(key, sequence, state, reason, message, 0, exit);
  }

  /**
   * A report of something that has run.
   *
   * @param killReason why it was told to end, where the agent itself did it
   */
  ReportStatus ended(
      AttemptKey key,
      long sequence,
      long startedAt,
      boolean killed,
      @Nullable Reason killReason,
      ProcessEnd end) {
    Integer status = end.status();
    if (status == null) {
      TaskExit exit = TaskExit.unseen(startedAt, end.endedAt());
      return report(
          key, sequence, TaskState.LOST, Reason.AGENT_RESTARTED, end.message(), startedAt, exit);
    }
    Integer signal = signal(status);
    TaskExit exit = new TaskExit(status, signal, startedAt, end.endedAt());
    if (status == 0) {
      return report(key, sequence, TaskState.FINISHED, null, null, startedAt, exit);
    }
    String message = signal == null ? "exit code " + status : "ended by signal " + signal;
    return killed
        ? report(key, sequence, TaskState.KILLED, killReason, message, startedAt, exit)
        : report(key, sequence, TaskState.FAILED, Reason.COMMAND_ENDED, message, startedAt, exit);
  }

  /** A shell cannot tell {@code exit 143} from an end by TERM, and neither can we. */
  private static @Nullable Integer signal(int status) {
    return status > SIGNAL_BASE && status <= SIGNAL_BASE + MAX_SIGNAL ? status - SIGNAL_BASE : null;
  }

  private ReportStatus report(
      AttemptKey key,
      long sequence,
      TaskState state,
      @Nullable Reason reason,
      @Nullable String message,
      long startedAt,
      @Nullable TaskExit exit) {
    String bounded =
        message != null && message.length() > MAX_MESSAGE
            ? message.substring(0, MAX_MESSAGE)
            : message;
    return new ReportStatus(
        agent,
        key.task(),
        key.attempt(),
        key.epoch(),
        sequence,
        state,
        reason,
        bounded,
        startedAt,
        exit);
  }
}
