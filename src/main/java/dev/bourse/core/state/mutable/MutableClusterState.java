package dev.bourse.core.state.mutable;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.RowKey;

/** The state as appliers see it. */
public interface MutableClusterState extends ClusterState {

  /** Adds a row, or replaces the one with its key. */
  void put(Row row);

  /** Takes a row away, if there is one. */
  void remove(RowKey key);
}
