package dev.bourse.core.apply;

import dev.bourse.core.state.ClientRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.RoleInfo;
import org.jspecify.annotations.Nullable;

/** What is counted for roles in which a framework is not any more. */
final class LeftRoles {

  private LeftRoles() {}

  static void forget(MutableClusterState state, FrameworkRow before, @Nullable FrameworkInfo now) {
    for (RoleInfo role : before.info().roles()) {
      if (now == null || now.role(role.role()) == null) {
        state.remove(ClientRow.keyOf(role.role(), before.id().value()));
      }
    }
  }
}
