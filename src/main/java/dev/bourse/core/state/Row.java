package dev.bourse.core.state;

/** One immutable row of the state. */
public sealed interface Row
    permits AgentRow, CellRow, FinishedJobRow, JobRow, OfferRow, SettingsRow, TaskRow, TimerRow {

  /** Where it is kept. */
  RowKey key();
}
