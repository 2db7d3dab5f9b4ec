package dev.bourse.master.store;

import dev.bourse.core.state.RowKey;
import dev.bourse.core.state.table.Tables;
import org.jspecify.annotations.Nullable;

/** Rebuilds a state from changelog records, as a standby does. */
public final class ChangelogReader {

  private final Tables tables = new Tables();

  /** Takes in one record. */
  public void read(byte[] key, byte @Nullable [] value) {
    RowKey rowKey = RowCodec.key(key);
    tables.restore(rowKey, value == null ? null : RowCodec.value(rowKey, value));
  }

  /** The state so far. */
  public Tables tables() {
    return tables;
  }
}
