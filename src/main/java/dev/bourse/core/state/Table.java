package dev.bourse.core.state;

/** The tables of the state. */
public enum Table {
  /** One row: counters, time, digest. */
  CELL("cell", CellRow.class),
  /** One row: what the operator has configured. */
  SETTINGS("settings", SettingsRow.class),
  /** What operators have said of roles. */
  ROLES("role", RoleRow.class),
  /** Agents that count, and those that may come back. */
  AGENTS("agent", AgentRow.class),
  /** Frameworks that have subscribed. */
  FRAMEWORKS("framework", FrameworkRow.class),
  /** Jobs that are not over. */
  JOBS("job", JobRow.class),
  /** What is remembered of jobs that are over. */
  FINISHED_JOBS("finished", FinishedJobRow.class),
  /** Attempts that are not over. */
  TASKS("task", TaskRow.class),
  /** Offers that nobody has answered yet. */
  OFFERS("offer", OfferRow.class),
  /** What frameworks are not to be offered for a while. */
  FILTERS("filter", FilterRow.class),
  /** What is kept for those that have waited for long. */
  HOLDS("hold", HoldRow.class),
  /** Frameworks that are asked to leave an agent. */
  INVERSE_OFFERS("inverse-offer", InverseOfferRow.class),
  /** What frameworks have not acknowledged yet. */
  UPDATES("updates", UpdatesRow.class),
  /** Frameworks that have yet to be told of some of their tasks. */
  RECONCILIATIONS("reconciliation", ReconciliationRow.class),
  /** Who was given something how often. */
  CLIENTS("client", ClientRow.class),
  /** How much is left of what is rationed. */
  BUCKETS("bucket", BucketRow.class),
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
