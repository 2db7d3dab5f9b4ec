package dev.bourse.core.state;

/** The tables of the state. */
public enum Table {
  /** One row: counters, time, digest. */
  CELL("cell"),
  /** One row: what the operator has configured. */
  SETTINGS("settings"),
  /** Agents that count, and those that may come back. */
  AGENTS("agent"),
  /** Jobs that are not over. */
  JOBS("job"),
  /** What is remembered of jobs that are over. */
  FINISHED_JOBS("finished"),
  /** Attempts that are not over. */
  TASKS("task"),
  /** Offers that nobody has answered yet. */
  OFFERS("offer"),
  /** What has to be done later. */
  TIMERS("timer");

  private final String text;

  Table(String text) {
    this.text = text;
  }

  /** Its name in keys. */
  public String text() {
    return text;
  }
}
