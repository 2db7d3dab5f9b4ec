package dev.bourse.core.apply;

import dev.bourse.core.event.ReservationChanged;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.mutable.MutableClusterState;

/** The agent is laid out anew. */
final class ReservationChangedApplier implements EventApplier<ReservationChanged> {

  @Override
  public void apply(ReservationChanged event, MutableClusterState state) {
    AgentRow agent = Existing.agent(state, event.agent());
    state.put(agent.withLayout(agent.offered().minus(event.before()).plus(event.after())));
    state.put(state.cell().withAllocationPending(true));
  }
}
