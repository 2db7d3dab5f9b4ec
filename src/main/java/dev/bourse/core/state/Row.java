package dev.bourse.core.state;

/** One immutable row of the state. */
public sealed interface Row
    permits AgentRow,
        BucketRow,
        CellRow,
        ClientRow,
        FilterRow,
        FinishedJobRow,
        FrameworkRow,
        HoldRow,
        InverseOfferRow,
        JobRow,
        OfferRow,
        ReconciliationRow,
        RoleRow,
        SettingsRow,
        TaskRow,
        TimerRow,
        UpdatesRow {

  /** Where it is kept. */
  RowKey key();
}
