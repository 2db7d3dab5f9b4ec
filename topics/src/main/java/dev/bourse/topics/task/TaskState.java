package dev.bourse.topics.task;

/**
 * Where an attempt of a task stands. The words and meanings are those of Mesos ({@code
 * task-state-reasons.md}); {@code KILLING} and {@code UNREACHABLE} are always reported, no
 * capability is needed.
 */
public enum TaskState {
  /** The launch order is on its way to the agent. */
  STAGING(false),
  /** The agent has it, and its process is being made ready. */
  STARTING(false),
  /** The process runs. */
  RUNNING(false),
  /** The agent was told to end it and waits for its grace. */
  KILLING(false),
  /** The agent lost contact; the task may well run, and may come back. */
  UNREACHABLE(false),
  /** Ended with exit code 0. */
  FINISHED(true),
  /** Ended with another exit code, by a signal nobody here sent, or could not be started. */
  FAILED(true),
  /** Ended because it was told to. */
  KILLED(true),
  /** Never started: the order was refused or did not arrive. */
  DROPPED(true),
  /** Was started, and how it ended will never be known. */
  LOST(true),
  /** Not valid: it was never launched. */
  ERROR(true),
  /** Was running, and has certainly ended: its agent is gone. */
  GONE(true),
  /** An operator swears that its agent is gone, and so is it. */
  GONE_BY_OPERATOR(true),
  /** The master knows nothing of it. Said to frameworks that ask; no task is in this state. */
  UNKNOWN(true);

  private final boolean terminal;

  TaskState(boolean terminal) {
    this.terminal = terminal;
  }

  /** Whether no other state can follow. */
  public boolean isTerminal() {
    return terminal;
  }
}
