package dev.bourse.core.apply;

import dev.bourse.core.event.FilterSet;
import dev.bourse.core.state.FilterRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** It counts beside earlier ones, and instead of those that say no more than it. */
final class FilterSetApplier implements EventApplier<FilterSet> {

  @Override
  public void apply(FilterSet event, MutableClusterState state) {
    for (FilterRow earlier : state.filtersOn(event.framework(), event.role(), event.agent())) {
      if (earlier.until() <= event.until() && event.resources().contains(earlier.resources())) {
        state.remove(earlier.key());
      }
    }
    state.put(
        new FilterRow(
            event.framework(), event.role(), event.agent(), event.resources(), event.until()));
  }
}
