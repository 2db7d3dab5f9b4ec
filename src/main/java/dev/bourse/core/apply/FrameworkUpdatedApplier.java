package dev.bourse.core.apply;

import dev.bourse.core.event.FrameworkUpdated;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.framework.RoleInfo;
import java.util.TreeSet;

/**
 * What it says now counts. Where it says nothing of offers, a role that it has suppressed by a call
 * stays so; one that it had suppressed by what it said of itself does not.
 */
final class FrameworkUpdatedApplier implements EventApplier<FrameworkUpdated> {

  @Override
  public void apply(FrameworkUpdated event, MutableClusterState state) {
    FrameworkRow before = Existing.framework(state, event.framework());
    TreeSet<String> suppressed = new TreeSet<>(Suppressed.at(event.info()));
    for (RoleInfo role : event.info().roles()) {
      if (role.suppressed() == null && isSuppressedByCall(role.role(), before)) {
        suppressed.add(role.role());
      }
    }
    LeftRoles.forget(state, before, event.info());
    state.put(before.withInfo(event.info()).withSuppressed(suppressed));
    state.put(state.cell().withAllocationPending(true));
  }

  private static boolean isSuppressedByCall(String role, FrameworkRow before) {
    RoleInfo said = before.info().role(role);
    return said != null && !said.isSuppressed() && before.suppressed().contains(role);
  }
}
