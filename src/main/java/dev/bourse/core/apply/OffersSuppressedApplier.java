package dev.bourse.core.apply;

import dev.bourse.core.event.OffersSuppressed;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import java.util.TreeSet;

/** It is offered nothing there. */
final class OffersSuppressedApplier implements EventApplier<OffersSuppressed> {

  @Override
  public void apply(OffersSuppressed event, MutableClusterState state) {
    FrameworkRow framework = Existing.framework(state, event.framework());
    TreeSet<String> suppressed = new TreeSet<>(framework.suppressed());
    suppressed.addAll(event.roles());
    state.put(framework.withSuppressed(suppressed));
  }
}
