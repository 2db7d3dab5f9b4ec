package dev.bourse.core.apply;

import dev.bourse.core.event.FilterSet;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** It counts instead of an earlier one. */
final class FilterSetApplier implements EventApplier<FilterSet> {

  @Override
  public void apply(FilterSet event, MutableClusterState state) {
    state.put(
        new FilterRow(
            event.framework(), event.role(), event.agent(), event.resources(), event.until()));
  }
}
