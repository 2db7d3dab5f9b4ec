package dev.bourse.core.apply;

import dev.bourse.core.event.SubscriptionRefused;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Nothing: it is told. */
final class SubscriptionRefusedApplier implements EventApplier<SubscriptionRefused> {

  @Override
  public void apply(SubscriptionRefused event, MutableClusterState state) {
    // Nothing changes.
  }
}
