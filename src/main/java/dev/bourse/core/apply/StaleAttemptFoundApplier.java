package dev.bourse.core.apply;

import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Nothing: what does not count is not in the state. */
final class StaleAttemptFoundApplier implements EventApplier<StaleAttemptFound> {

  @Override
  public void apply(StaleAttemptFound event, MutableClusterState state) {}
}
