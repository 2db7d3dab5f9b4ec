package dev.bourse.core.apply;

import dev.bourse.core.event.FrameworkRemoved;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.topics.view.FrameworkState;

/** Its row stays for a while, so that its id is not used again. */
final class FrameworkRemovedApplier implements EventApplier<FrameworkRemoved> {

  @Override
  public void apply(FrameworkRemoved event, MutableClusterState state) {
    FrameworkRow framework = Existing.framework(state, event.framework());
    state.put(
        framework.withState(FrameworkState.REMOVED, event.at(), event.forgetAt(), event.message()));
    state.remove(BucketRow.keyOf(BucketRow.ofCalls(event.framework())));
  }
}
