package dev.bourse.core.apply;

import dev.bourse.core.event.FrameworkUpdated;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import java.util.TreeSet;

/** What it says now counts; what it has suppressed stays so where it is still in the role. */
final class FrameworkUpdatedApplier implements EventApplier<FrameworkUpdated> {

  @Override
  public void apply(FrameworkUpdated event, MutableClusterState state) {
    FrameworkRow before = Existing.framework(state, event.framework());
    TreeSet<String> suppressed = new TreeSet<>(Suppressed.at(event.info()));
    for (String role : before.suppressed()) {
      if (event.info().role(role) != null) {
        suppressed.add(role);
      }
    }
    LeftRoles.forget(state, before, event.info());
    state.put(before.withInfo(event.info()).withSuppressed(suppressed));
    state.put(state.cell().withAllocationPending(true));
  }
}
