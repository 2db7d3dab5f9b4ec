package dev.bourse.core.apply;

import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Nothing: the acknowledgement is an order, and the report has its own event. */
final class StatusAcknowledgedApplier implements EventApplier<StatusAcknowledged> {

  @Override
  public void apply(StatusAcknowledged event, MutableClusterState state) {}
}
