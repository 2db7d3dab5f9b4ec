package dev.bourse.core.apply;

import dev.bourse.core.event.ReconciliationContinued;
import dev.bourse.core.state.ReconciliationRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The next ones follow. */
final class ReconciliationContinuedApplier implements EventApplier<ReconciliationContinued> {

  @Override
  public void apply(ReconciliationContinued event, MutableClusterState state) {
    if (event.after() == null) {
      state.remove(ReconciliationRow.keyOf(event.framework()));
    } else {
      state.put(new ReconciliationRow(event.framework(), event.after(), event.at()));
    }
  }
}
