package dev.bourse.core.apply;

import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** It counts. */
final class UpkeepChangedApplier implements EventApplier<UpkeepChanged> {

  @Override
  public void apply(UpkeepChanged event, MutableClusterState state) {
    AgentRow agent = Existing.agent(state, event.agent());
    state.put(agent.withUpkeep(event.upkeep()));
    state.put(state.cell().withAllocationPending(true));
  }
}
