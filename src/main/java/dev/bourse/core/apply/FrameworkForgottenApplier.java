package dev.bourse.core.apply;

import dev.bourse.core.event.FrameworkForgotten;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The row goes, and what is counted for it. */
final class FrameworkForgottenApplier implements EventApplier<FrameworkForgotten> {

  @Override
  public void apply(FrameworkForgotten event, MutableClusterState state) {
    FrameworkRow framework = Existing.framework(state, event.framework());
    LeftRoles.forget(state, framework, null);
    state.remove(framework.key());
  }
}
