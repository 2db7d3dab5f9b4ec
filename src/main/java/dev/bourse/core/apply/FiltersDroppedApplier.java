package dev.bourse.core.apply;

import dev.bourse.core.event.FiltersDropped;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Its filters go. */
final class FiltersDroppedApplier implements EventApplier<FiltersDropped> {

  @Override
  public void apply(FiltersDropped event, MutableClusterState state) {
    for (FilterRow filter : state.filtersOf(event.framework(), null)) {
      state.remove(filter.key());
    }
  }
}
