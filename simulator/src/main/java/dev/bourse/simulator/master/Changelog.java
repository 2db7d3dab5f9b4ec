package dev.bourse.simulator.master;

import dev.bourse.core.state.RowChange;
import dev.bourse.core.state.RowKey;
import dev.bourse.core.state.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The compacted topic from which a state is rebuilt. */
final class Changelog {

  private final List<RowChange> all = new ArrayList<>();
  private final Map<RowKey, RowChange> newest = new LinkedHashMap<>();

  void add(List<RowChange> changes) {
    for (RowChange change : changes) {
      all.add(change);
      newest.remove(change.key());
      newest.put(change.key(), change);
    }
  }

  /** Where the end is. */
  int size() {
    return all.size();
  }

  /** Brings a standby up to the end, and returns where that is. */
  int follow(Tables tables, int from) {
    for (int i = from; i < all.size(); i++) {
      tables.restore(all.get(i).key(), all.get(i).row());
    }
    return all.size();
  }

  /** Fills empty tables with what compaction has left, and returns where the end is. */
  int restore(Tables tables) {
    newest.values().forEach(change -> tables.restore(change.key(), change.row()));
    return all.size();
  }
}
