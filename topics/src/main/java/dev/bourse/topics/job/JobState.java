package dev.bourse.topics.job;

/** Where a job stands. */
public enum JobState {
  /** Accepted, and waiting for resources or for its next attempt. */
  QUEUED(false),
  /** Its process runs. */
  RUNNING(false),
  /** An attempt ended with exit code 0. */
  SUCCEEDED(true),
  /** The last attempt it was entitled to did not succeed. */
  FAILED(true),
  /** Ended on request. */
  CANCELLED(true),
  /** Never accepted; its errors say why. */
  REJECTED(true);

  private final boolean terminal;

  JobState(boolean terminal) {
    this.terminal = terminal;
  }

  /** Whether no other state can follow. */
  public boolean isTerminal() {
    return terminal;
  }
}
