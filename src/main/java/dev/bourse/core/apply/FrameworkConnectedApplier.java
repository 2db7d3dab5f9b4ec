package dev.bourse.core.apply;

import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.view.FrameworkState;

/** The framework is offered resources from now on. */
final class FrameworkConnectedApplier implements EventApplier<FrameworkConnected> {

  @Override
  public void apply(FrameworkConnected event, MutableClusterState state) {
    FrameworkRow before = state.framework(event.framework());
    if (before != null) {
      LeftRoles.forget(state, before, event.info());
    }
    state.put(
        new FrameworkRow(
            event.framework(),
            event.session(),
            event.info(),
            FrameworkState.CONNECTED,
            Suppressed.at(event.info()),
            before == null ? event.at() : before.subscribedAt(),
            event.at(),
            0,
            null));
    state.put(state.cell().withAllocationPending(true));
  }
}
