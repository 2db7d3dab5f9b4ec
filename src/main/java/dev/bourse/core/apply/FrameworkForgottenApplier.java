package dev.bourse.core.apply;

import dev.bourse.core.event.FrameworkForgotten;
import dev.bourse.core.state.ClientRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.framework.RoleInfo;

/** The row goes, and what is counted for it. */
final class FrameworkForgottenApplier implements EventApplier<FrameworkForgotten> {

  @Override
  public void apply(FrameworkForgotten event, MutableClusterState state) {
    FrameworkRow framework = Existing.framework(state, event.framework());
    for (RoleInfo role : framework.info().roles()) {
      state.remove(ClientRow.keyOf(role.role(), event.framework().value()));
    }
    state.remove(framework.key());
  }
}
