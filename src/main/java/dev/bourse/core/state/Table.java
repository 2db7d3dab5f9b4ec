package dev.bourse.core.state;

/** The tables of the state. */
public enum Table {
  /** One row: counters, time, digest. */
  CELL("cell", CellRow.class),
  /** One row: what the operator has configured. */
  SETTINGS("settings", SettingsRow.class),
  /** Agents that count, and those that may come back. */
  AGENTS("agent", AgentRow.class),
  /** Jobs that are not over. */
  JOBS("job", JobRow.class),
  /** What is remembered of jobs that are over. */
  FINISHED_JOBS("finished", FinishedJobRow.class),
  /** Attempts that are not over. */
  TASKS("task", TaskRow.class),
  /** Offers that nobody has answered yet. */
  OFFERS("offer", OfferRow.class),
  /** What has to be done later. */
  TIMERS("timer", TimerRow.class);

  private final String text;
  private final Class<? extends Row> rowType;

  Table(String text, Class<? extends Row> rowType) {
    this.text = text;
    this.rowType = rowType;
  }

  /** Its name in keys. */
  public String text() {
    return text;
  }

  /** What its rows are. */
  public Class<? extends Row> rowType() {
    return rowType;
  }
}
