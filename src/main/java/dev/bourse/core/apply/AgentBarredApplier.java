package dev.bourse.core.apply;

import dev.bourse.core.event.AgentBarred;
import dev.bourse.core.state.mutable.MutableClusterState;

/** Nothing: it is told. */
final class AgentBarredApplier implements EventApplier<AgentBarred> {

  @Override
  public void apply(AgentBarred event, MutableClusterState state) {
    // Nothing changes.
  }
}
