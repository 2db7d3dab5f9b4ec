package dev.bourse.core.apply;

import dev.bourse.core.event.SubscriptionRepeated;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Nothing: it is told again. */
final class SubscriptionRepeatedApplier implements EventApplier<SubscriptionRepeated> {

  @Override
  public void apply(SubscriptionRepeated event, MutableClusterState state) {
    // Nothing changes.
  }
}
