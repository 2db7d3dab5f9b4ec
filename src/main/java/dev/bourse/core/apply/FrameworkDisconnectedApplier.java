package dev.bourse.core.apply;

import dev.bourse.core.event.FrameworkDisconnected;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.view.FrameworkState;

/** It is offered nothing, and removed unless it returns in time. */
final class FrameworkDisconnectedApplier implements EventApplier<FrameworkDisconnected> {

  @Override
  public void apply(FrameworkDisconnected event, MutableClusterState state) {
    FrameworkRow framework = Existing.framework(state, event.framework());
    state.put(
        framework.withState(
            FrameworkState.DISCONNECTED, event.at(), event.removalAt(), event.message()));
  }
}
